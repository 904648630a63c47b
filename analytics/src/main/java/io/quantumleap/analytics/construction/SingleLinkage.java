package io.quantumleap.analytics.construction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering by single linkage, read off a minimum spanning tree.
 *
 * <p>Source: J. C. Gower and G. J. S. Ross, Minimum spanning trees and single linkage cluster analysis, Applied Statistics 18
 * (1969) 54-64.
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
        int[] formed = root.clone();
        Arrays.setAll(members, i -> new int[] {i});
        int step = n;
        for (SpanningTree.Edge edge : SpanningTree.edges(distances)) {
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
}
