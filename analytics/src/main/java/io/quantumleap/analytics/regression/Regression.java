package io.quantumleap.analytics.regression;

import io.quantumleap.analytics.distribution.StudentDistribution;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.List;

/** The outcome of a linear regression. */
public sealed interface Regression {

    /**
     * One estimated coefficient.
     *
     * @param estimate the coefficient
     * @param standardError its standard error, under independent errors of equal variance
     */
    record Coefficient(double estimate, double standardError) {

        /** The estimate over its standard error; unavailable for a fit without residuals. */
        public Measure tValue() {
            return Measure.ratio(estimate, standardError, Reason.NO_VARIATION);
        }
    }

    /**
     * The regression could be made.
     *
     * @param intercept what remains when all factors are zero
     * @param slopes one coefficient for each factor, in order
     * @param observations how many observations there are
     * @param degreesOfFreedom observations less coefficients
     * @param residualError the standard error of the residuals
     * @param rSquared the share of the variance that the factors explain
     * @param adjustedRSquared the same, adjusted for the number of factors
     */
    record Fitted(
            Coefficient intercept,
            List<Coefficient> slopes,
            int observations,
            int degreesOfFreedom,
            double residualError,
            double rSquared,
            double adjustedRSquared)
            implements Regression {

        /** Copies the list. */
        public Fitted {
            slopes = List.copyOf(slopes);
        }

        /** The probability of a t value at least as far from zero if the true coefficient were zero. */
        public Measure pValue(Coefficient coefficient) {
            return coefficient.tValue().map(t -> StudentDistribution.beyond(t, degreesOfFreedom));
        }
    }

    /** It could not: {@link Reason#TOO_FEW_OBSERVATIONS}, {@link Reason#COLLINEAR}, {@link Reason#NO_VARIATION} or {@link Reason#NOT_FINITE}. */
    record Unfit(Reason reason) implements Regression {}
}
