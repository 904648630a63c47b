package io.quantumleap.analytics.construction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The minimum spanning tree of points with given distances, in O(n^2) (R. C. Prim, 1957). */
final class SpanningTree {

    private final double[][] distances;
    private final double[] nearest;
    private final int[] via;
    private final boolean[] inside;

    private SpanningTree(double[][] distances) {
        this.distances = distances;
        this.nearest = new double[distances.length];
        this.via = new int[distances.length];
        this.inside = new boolean[distances.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /** A link of the tree. */
    record Edge(int from, int to, double length) {}

    /** The links, shortest first; between equal lengths, in the order in which the tree grows from the first point. */
    static List<Edge> edges(double[][] distances) {
        SpanningTree tree = new SpanningTree(distances);
        List<Edge> edges = new ArrayList<>();
        int current = 0;
        for (int i = 1; i < distances.length; i++) {
            tree.take(current);
            current = tree.nearestOutside();
            edges.add(new Edge(tree.via[current], current, tree.nearest[current]));
        }
        edges.sort(Comparator.comparingDouble(Edge::length));
        return edges;
    }

    private void take(int point) {
        inside[point] = true;
        for (int j = 0; j < nearest.length; j++) {
            if (!inside[j] && distances[point][j] < nearest[j]) {
                nearest[j] = distances[point][j];
                via[j] = point;
            }
        }
    }

    private int nearestOutside() {
        int next = -1;
        for (int j = 0; j < nearest.length; j++) {
            if (!inside[j] && (next < 0 || nearest[j] < nearest[next])) {
                next = j;
            }
        }
        return next;
    }
}
