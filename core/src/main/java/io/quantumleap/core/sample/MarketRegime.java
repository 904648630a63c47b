package io.quantumleap.core.sample;

/**
 * The three moods of the synthetic market, a Markov chain (J. D. Hamilton: "A New Approach to the Economic Analysis of
 * Nonstationary Time Series and the Business Cycle", Econometrica 1989). Each has the drift and volatility of the market's daily
 * log return, both stated per year, and the chance that the next day is in another mood.
 */
enum MarketRegime {
    CALM(0.17, 0.11, 1.0, 0, 1.0 / 130),
    NERVOUS(0.04, 0.20, 1.15, 1.0 / 40, 1.0 / 160),
    CRISIS(-1.30, 0.42, 1.6, 1.0 / 25, 0);

    final double annualDrift;
    final double annualVolatility;

    /** By how much sector and own shocks are larger than in calm times. */
    final double shockScale;

    private final double chanceOfCalmer;
    private final double chanceOfWorse;

    MarketRegime(
            double annualDrift,
            double annualVolatility,
            double shockScale,
            double chanceOfCalmer,
            double chanceOfWorse) {
        this.annualDrift = annualDrift;
        this.annualVolatility = annualVolatility;
        this.shockScale = shockScale;
        this.chanceOfCalmer = chanceOfCalmer;
        this.chanceOfWorse = chanceOfWorse;
    }

    /** The next day's mood for a uniform draw from [0, 1). */
    MarketRegime next(double draw) {
        if (draw < chanceOfCalmer) {
            return calmer();
        }
        return draw < chanceOfCalmer + chanceOfWorse ? worse() : this;
    }

    private MarketRegime calmer() {
        return this == CRISIS ? NERVOUS : CALM;
    }

    private MarketRegime worse() {
        return this == CALM ? NERVOUS : CRISIS;
    }
}
