package io.quantumleap.analytics.attribution;

import java.util.List;

/** The answer of an attribution: the excess return in parts, or the reason why there is none. */
public sealed interface Attribution {

    /**
     * The parts of the excess return of one period, or of many linked ones.
     *
     * @param portfolioReturn of the whole portfolio
     * @param benchmarkReturn of the whole benchmark
     * @param segments the effects of each segment
     * @param total their sum, whose {@link Effects#total} is the portfolio's return less the benchmark's
     */
    record Attributed(double portfolioReturn, double benchmarkReturn, List<Effects> segments, Effects total)
            implements Attribution {

        /** Copies the list. */
        public Attributed {
            segments = List.copyOf(segments);
        }

        /** The arithmetic excess return, R - B. */
        public double excessReturn() {
            return portfolioReturn - benchmarkReturn;
        }
    }

    /** There is no attribution, and this is why. */
    record Unavailable(AttributionProblem problem) implements Attribution {}

    /**
     * The parts.
     *
     * @throws IllegalStateException with the problem's sentence if there are none
     */
    default Attributed orElseThrow() {
        if (this instanceof Unavailable unavailable) {
            throw new IllegalStateException(unavailable.problem().sentence());
        }
        return (Attributed) this;
    }
}
