package io.quantumleap.core.sample;

import io.quantumleap.core.sample.SyntheticMarket.Dividend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a market, one trading day after the other:
 *
 * <ul>
 *   <li>a three-state Markov chain gives the day's {@link MarketRegime};
 *   <li>the market's log return is {@code drift/252 + volatility/sqrt(252) * t5}, with t5 a Student t of five degrees of freedom
 *       scaled to variance one; it moves the index;
 *   <li>each {@link Sector} has a normal shock of its own, larger in bad times;
 *   <li>an instrument's log return is {@code a + beta * market + sector shock + own shock}, where the own shock is a scaled Student t
 *       of four degrees of freedom, larger in bad times, and {@code a} is its expected excess return less half the calm variance
 *       of the two shocks, for one day;
 *   <li>a dividend takes from the price what it pays, and a split divides the price.
 * </ul>
 *
 * <p>Prices move in double precision and close to the cent. Used once; not safe for use by many threads.
 */
final class MarketSimulation {

    private static final double DAYS_A_YEAR = 252;
    private static final double RISK_FREE_RATE = 0.02;
    private static final int MARKET_DEGREES = 5;
    private static final int OWN_DEGREES = 4;
    private static final double FIRST_INDEX_LEVEL = 1000;
    private static final int DIVIDEND_DAY_OF_MONTH = 15;

    private final SplitMix64 random;
    private final List<LocalDate> days;
    private final Map<String, long[]> cents = new HashMap<>();
    private final List<Dividend> dividends = new ArrayList<>();
    private final double[] prices;
    private double index = FIRST_INDEX_LEVEL;
    private MarketRegime regime = MarketRegime.CALM;

    MarketSimulation(long seed, List<LocalDate> days) {
        this.random = new SplitMix64(seed);
        this.days = days;
        this.prices = SyntheticInstrument.ALL.stream()
                .mapToDouble(SyntheticInstrument::firstPrice)
                .toArray();
    }

    SyntheticMarket run() {
        recordCloses(0);
        for (int day = 1; day < days.size(); day++) {
            trade(day);
            recordCloses(day);
        }
        return new SyntheticMarket(days, cents, dividends);
    }

    private void trade(int day) {
        regime = regime.next(random.uniform());
        double market =
                regime.annualDrift / DAYS_A_YEAR + daily(regime.annualVolatility) * random.studentT(MARKET_DEGREES);
        index *= StrictMath.exp(market);
        Map<Sector, Double> sectorShocks = sectorShocks();
        for (int i = 0; i < prices.length; i++) {
            SyntheticInstrument instrument = SyntheticInstrument.ALL.get(i);
            double ownShock = daily(instrument.ownVolatility()) * regime.shockScale * random.studentT(OWN_DEGREES);
            double shocks = sectorShocks.getOrDefault(instrument.sector(), 0.0) + ownShock;
            double logReturn = dailyDrift(instrument) + instrument.beta() * market + shocks;
            prices[i] = prices[i] * StrictMath.exp(logReturn) / splitRatio(instrument, day);
            prices[i] -= dividend(instrument, day, prices[i]);
        }
    }

    private Map<Sector, Double> sectorShocks() {
        Map<Sector, Double> shocks = new EnumMap<>(Sector.class);
        for (Sector sector : Sector.values()) {
            shocks.put(sector, daily(sector.annualVolatility) * regime.shockScale * random.gaussian());
        }
        return shocks;
    }

    private static double dailyDrift(SyntheticInstrument instrument) {
        double own = instrument.ownVolatility();
        double sector = instrument.sector().annualVolatility;
        double notFromTheMarket = (1 - instrument.beta()) * RISK_FREE_RATE + instrument.excessReturn();
        return (notFromTheMarket - (own * own + sector * sector) / 2) / DAYS_A_YEAR;
    }

    private static double daily(double annualVolatility) {
        return annualVolatility / StrictMath.sqrt(DAYS_A_YEAR);
    }

    private int splitRatio(SyntheticInstrument instrument, int day) {
        SyntheticMarket.Split split = SyntheticMarket.SPLIT;
        boolean splits =
                split.symbol().equals(instrument.symbol()) && split.date().equals(days.get(day));
        return splits ? split.ratio() : 1;
    }

    /** What the instrument pays on this day, zero on most; noted when it pays. */
    private double dividend(SyntheticInstrument instrument, int day, double price) {
        LocalDate date = days.get(day);
        if (!instrument.dividendMonths().contains(date.getMonth()) || !isDividendDay(day)) {
            return 0;
        }
        BigDecimal perShare = BigDecimal.valueOf(toCents(price * instrument.yieldOfOneDividend()), 2);
        dividends.add(new Dividend(instrument.symbol(), date, perShare));
        return perShare.doubleValue();
    }

    private boolean isDividendDay(int day) {
        LocalDate previous = days.get(day - 1);
        LocalDate due = days.get(day).withDayOfMonth(DIVIDEND_DAY_OF_MONTH);
        return previous.isBefore(due) && !days.get(day).isBefore(due);
    }

    private void recordCloses(int day) {
        recordClose(SyntheticMarket.BENCHMARK, day, index);
        for (int i = 0; i < prices.length; i++) {
            recordClose(SyntheticInstrument.ALL.get(i).symbol(), day, prices[i]);
        }
    }

    private void recordClose(String symbol, int day, double price) {
        cents.computeIfAbsent(symbol, first -> new long[days.size()])[day] = toCents(price);
    }

    private static long toCents(double price) {
        return Math.round(price * 100);
    }
}
