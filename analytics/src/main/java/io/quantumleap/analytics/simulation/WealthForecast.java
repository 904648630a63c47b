package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.Reason;
import java.util.List;

/** The answer of a wealth simulation: a distribution for each checkpoint, or the reason why there is none. */
public sealed interface WealthForecast {

    /** One distribution for each checkpoint; the last is terminal wealth. */
    record Simulated(List<WealthDistribution> distributions) implements WealthForecast {

        /** Copies the list. */
        public Simulated {
            distributions = List.copyOf(distributions);
        }

        /** Wealth at the horizon. */
        public WealthDistribution terminal() {
            return distributions.get(distributions.size() - 1);
        }

        /** The p-quantile of wealth at each checkpoint: one line of a fan chart. */
        public double[] band(double p) {
            return distributions.stream().mapToDouble(d -> d.quantile(p)).toArray();
        }
    }

    /** There is nothing to resample, and this is why. */
    record Unavailable(Reason reason) implements WealthForecast {}

    /**
     * The distributions.
     *
     * @throws IllegalStateException with the reason's sentence if there are none
     */
    default Simulated orElseThrow() {
        if (this instanceof Unavailable unavailable) {
            throw new IllegalStateException(unavailable.reason().sentence());
        }
        return (Simulated) this;
    }
}
