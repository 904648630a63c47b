package io.quantumleap.analytics.construction.quadratic;

import java.util.List;

/** The answer of the quadratic solver. */
public sealed interface Solution {

    /** The minimiser. */
    @SuppressWarnings("ArrayRecordComponent") // Internal: handed on once, never compared.
    record Optimal(double[] x) implements Solution {}

    /** No x satisfies these constraints together. */
    record Infeasible(List<String> constraints) implements Solution {}

    /** The objective has no lower limit. */
    record Unbounded() implements Solution {}

    /** The matrix of the objective has a negative direction, seen at this row. */
    record NotConvex(int row) implements Solution {}

    /** Rounding kept the solver from an answer within its limit of steps. */
    record NotConverged() implements Solution {}
}
