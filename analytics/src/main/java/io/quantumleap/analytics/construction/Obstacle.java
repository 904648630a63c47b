package io.quantumleap.analytics.construction;

import java.util.List;

/** Why no portfolio could be constructed; each kind carries the numbers that show it. Assets are counted from 0. */
public sealed interface Obstacle {

    /** One sentence in plain English that names the limit or the asset. */
    String sentence();

    /** An expected return is NaN or infinite. */
    record NotFinite(int asset) implements Obstacle {
        @Override
        public String sentence() {
            return "The expected return of asset " + asset + " is not a finite number.";
        }
    }

    /** An asset's lower bound lies above its upper bound. */
    record CrossedBounds(int asset, double lower, double upper) implements Obstacle {
        @Override
        public String sentence() {
            return "Asset " + asset + " has the lower bound " + lower + " above the upper bound " + upper + ".";
        }
    }

    /** The lower bounds alone need more than the whole portfolio. */
    record LowerBoundsExceedBudget(double sum) implements Obstacle {
        @Override
        public String sentence() {
            return "The lower bounds add up to " + sum + ", which is more than 1.";
        }
    }

    /** The upper bounds together leave a part of the portfolio without an asset. */
    record UpperBoundsBelowBudget(double sum) implements Obstacle {
        @Override
        public String sentence() {
            return "The upper bounds add up to " + sum + ", which is less than 1.";
        }
    }

    /** The bounds of the assets keep a group's weight between two values that its own limits exclude. */
    record GroupOutOfReach(String group, double minimum, double maximum, double lowest, double highest)
            implements Obstacle {
        @Override
        public String sentence() {
            return "The group " + group + " must weigh " + minimum + " to " + maximum
                    + ", but the bounds keep it between " + lowest + " and " + highest + ".";
        }
    }

    /** These limits exclude each other, although each alone can be met. */
    record ConflictingLimits(List<String> limits) implements Obstacle {
        /** Copies the list. */
        public ConflictingLimits {
            limits = List.copyOf(limits);
        }

        @Override
        public String sentence() {
            return "These limits cannot hold together: " + String.join("; ", limits) + ".";
        }
    }

    /** No portfolio within the limits is expected to return as much. */
    record TargetReturnOutOfReach(double target, double highest) implements Obstacle {
        @Override
        public String sentence() {
            return "The target return " + target + " is above the highest that the limits allow, " + highest + ".";
        }
    }

    /** No portfolio within the limits is expected to return more than the risk-free rate. */
    record NoExcessReturn(double highest) implements Obstacle {
        @Override
        public String sentence() {
            return "No portfolio within the limits has a positive expected excess return; the highest is " + highest
                    + ".";
        }
    }

    /** The Sharpe ratio grows with ever larger positions and has no highest value. */
    record NoLargestSharpe() implements Obstacle {
        @Override
        public String sentence() {
            return "The Sharpe ratio has no maximum within these limits: it grows with ever larger positions.";
        }
    }

    /** Weights can grow without end while the objective improves. */
    record Unbounded() implements Obstacle {
        @Override
        public String sentence() {
            return "The limits leave the weights unbounded in a direction that improves the objective without end.";
        }
    }

    /** The matrix gives some portfolio a negative variance, first seen at this asset. */
    record NotPositiveSemidefinite(int asset) implements Obstacle {
        @Override
        public String sentence() {
            return "The covariance matrix is not positive semidefinite, first seen at asset " + asset + ".";
        }
    }

    /** An asset does not vary, so it has no correlation and no share of risk. */
    record NoVariance(int asset) implements Obstacle {
        @Override
        public String sentence() {
            return "Asset " + asset + " has no variance.";
        }
    }

    /** Some portfolio of the assets has no variance at all. */
    record RisklessCombination() implements Obstacle {
        @Override
        public String sentence() {
            return "A combination of the assets has no variance, so risk cannot be compared or shared out.";
        }
    }

    /** Views held with certainty contradict or repeat each other. */
    record DependentViews(int view) implements Obstacle {
        @Override
        public String sentence() {
            return "View " + view + " repeats or contradicts earlier ones and leaves no uncertainty between them.";
        }
    }

    /** The computation ended without an answer of the promised accuracy. */
    record NotConverged() implements Obstacle {
        @Override
        public String sentence() {
            return "The computation did not converge.";
        }
    }
}
