package io.quantumleap.analytics.construction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering by single linkage, read off a minimum spanning tree.
 *
 * <p>Source: J. C. Gower and G. J. S. Ross, Minimum spanning trees and single linkage cluster analysis, Applied Statistics 18
 * (1969) 54-64; the tree by R. C. Prim, 1957, in O(n^2).
 */
final class SingleLinkage {

    private SingleLinkage() {}

    /**
     * The leaves of the cluster tree from left to right. Of two joined clusters, the one formed earlier stands left; single
     * assets count as formed first, in their own order.
     */
    static int[] order(double[][] distances) {
        int n = distances.length;
        int[] root = IntStream.range(0, n).toArray();
        int[][] members = new int[n][];
        int[] formed = new int[n];
        for (int i = 0; i < n; i++) {
            members[i] = new int[] {i};
            formed[i] = i;
        }
        int step = n;
        for (Edge edge : spanningTree(distances)) {
            int left = find(root, edge.from());
            int right = find(root, edge.to());
            if (formed[left] > formed[right]) {
                int swapped = left;
                left = right;
                right = swapped;
            }
            members[left] = joined(members[left], members[right]);
            root[right] = left;
            formed[left] = step++;
        }
        return members[find(root, 0)];
    }

    private static int find(int[] root, int node) {
        int top = node;
        while (root[top] != top) {
            top = root[top];
        }
        return top;
    }

    private static int[] joined(int[] left, int[] right) {
        int[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    private static Edge[] spanningTree(double[][] distances) {
        int n = distances.length;
        Edge[] tree = new Edge[n - 1];
        double[] nearest = new double[n];
        int[] via = new int[n];
        boolean[] inside = new boolean[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int current = 0;
        for (int i = 0; i < n - 1; i++) {
            inside[current] = true;
            int next = -1;
            for (int j = 0; j < n; j++) {
                if (inside[j]) {
                    continue;
                }
                if (distances[current][j] < nearest[j]) {
                    nearest[j] = distances[current][j];
                    via[j] = current;
                }
                if (next < 0 || nearest[j] < nearest[next]) {
                    next = j;
                }
            }
            tree[i] = new Edge(via[next], next, nearest[next]);
            current = next;
        }
        Arrays.sort(tree, Comparator.comparingDouble(Edge::length));
        return tree;
    }

    private record Edge(int from, int to, double length) {}
}
