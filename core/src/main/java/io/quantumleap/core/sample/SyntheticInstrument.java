package io.quantumleap.core.sample;

import static io.quantumleap.core.sample.Sector.BONDS;
import static io.quantumleap.core.sample.Sector.CONSUMER;
import static io.quantumleap.core.sample.Sector.ENERGY;
import static io.quantumleap.core.sample.Sector.FINANCIALS;
import static io.quantumleap.core.sample.Sector.HEALTH;
import static io.quantumleap.core.sample.Sector.INDUSTRIALS;
import static io.quantumleap.core.sample.Sector.TECHNOLOGY;
import static io.quantumleap.core.sample.Sector.UTILITIES;

import java.time.Month;
import java.util.List;

/**
 * An invented instrument and the parameters of its price. None is a real company, and every symbol says so.
 *
 * @param symbol starts with {@code SYN.}
 * @param beta how much of the market's daily log return it takes
 * @param ownVolatility volatility per year, in calm times, of the shock that no other instrument shares
 * @param excessReturn expected return per year on top of what its beta explains
 * @param firstPrice the close of the first day in USD
 * @param dividendYield dividends of a year as a part of the price, spread evenly over the dividend months
 * @param dividendMonths the months in which it goes ex dividend and pays, on the first trading day from the 15th on
 * @param targetPercent how many hundredths of the sample portfolio its adviser aims at
 */
record SyntheticInstrument(
        String symbol,
        String name,
        Sector sector,
        double beta,
        double ownVolatility,
        double excessReturn,
        double firstPrice,
        double dividendYield,
        List<Month> dividendMonths,
        int targetPercent) {

    private static final List<Month> NEVER = List.of();
    private static final List<Month> SPRING = List.of(Month.MAY);
    private static final List<Month> TWICE = List.of(Month.MARCH, Month.SEPTEMBER);

    /** The twelve instruments of the market, in the order in which their random numbers are drawn. */
    static final List<SyntheticInstrument> ALL = List.of(
            new SyntheticInstrument(
                    "SYN.CHIP", "Synthetic Semiconductors", TECHNOLOGY, 1.45, 0.26, 0.04, 42.50, 0, NEVER, 9),
            new SyntheticInstrument(
                    "SYN.SOFT", "Synthetic Software", TECHNOLOGY, 1.20, 0.19, 0.04, 64.00, 0, NEVER, 12),
            new SyntheticInstrument(
                    "SYN.PHRM", "Synthetic Pharmaceuticals", HEALTH, 0.70, 0.16, 0.01, 58.20, 0.020, SPRING, 9),
            new SyntheticInstrument(
                    "SYN.MEDI", "Synthetic Medical Devices", HEALTH, 0.85, 0.18, 0.02, 37.75, 0, NEVER, 7),
            new SyntheticInstrument(
                    "SYN.BANK", "Synthetic Bank", FINANCIALS, 1.25, 0.15, -0.01, 51.40, 0.030, TWICE, 8),
            new SyntheticInstrument(
                    "SYN.INSR", "Synthetic Insurance", FINANCIALS, 0.95, 0.14, 0.00, 83.10, 0.028, SPRING, 7),
            new SyntheticInstrument(
                    "SYN.OILS", "Synthetic Oil and Gas", ENERGY, 1.05, 0.17, -0.02, 74.60, 0.042, SPRING, 6),
            new SyntheticInstrument("SYN.FOOD", "Synthetic Foods", CONSUMER, 0.55, 0.11, 0.01, 46.90, 0.026, TWICE, 9),
            new SyntheticInstrument("SYN.SHOP", "Synthetic Retail", CONSUMER, 1.05, 0.20, 0.01, 29.80, 0, NEVER, 7),
            new SyntheticInstrument(
                    "SYN.GRID", "Synthetic Power Networks", UTILITIES, 0.50, 0.11, 0.00, 33.15, 0.038, TWICE, 6),
            new SyntheticInstrument(
                    "SYN.RAIL", "Synthetic Railways", INDUSTRIALS, 1.00, 0.15, 0.01, 92.35, 0, NEVER, 8),
            new SyntheticInstrument(
                    "SYN.BOND",
                    "Synthetic Government Bond Fund",
                    BONDS,
                    -0.06,
                    0.012,
                    0.005,
                    100.00,
                    0.018,
                    SPRING,
                    10));

    SyntheticInstrument {
        dividendMonths = List.copyOf(dividendMonths);
    }

    /** The part of the price that one dividend pays. */
    double yieldOfOneDividend() {
        return dividendYield / dividendMonths.size();
    }
}
