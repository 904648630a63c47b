package io.quantumleap.core.sample;

/** The groups whose members share a daily shock, with its volatility per year in calm times. */
enum Sector {
    TECHNOLOGY("Technology", 0.11),
    HEALTH("Health care", 0.08),
    FINANCIALS("Financials", 0.09),
    ENERGY("Energy", 0.16),
    CONSUMER("Consumer", 0.06),
    UTILITIES("Utilities", 0.07),
    INDUSTRIALS("Industrials", 0.07),
    BONDS("Government bonds", 0.035);

    final String title;
    final double annualVolatility;

    Sector(String title, double annualVolatility) {
        this.title = title;
        this.annualVolatility = annualVolatility;
    }
}
