package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;

/**
 * Template strategies. Those that pick among assets give each asset an equal slot, 1/n of the portfolio, leave empty slots in
 * cash, and set all slots back to equal whenever the set of held assets changes.
 */
public final class Strategies {

    private Strategies() {}

    /** Buys the weights at the first bar and never trades again. */
    public static Strategy buyAndHold(Weights weights) {
        Decision once = new Decision.Target(weights);
        return (history, held) -> invested(held) ? Decision.hold() : once;
    }

    private static boolean invested(Weights held) {
        for (int i = 0; i < held.size(); i++) {
            if (held.weight(i) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Buys the weights and restores them at every so many bars.
     *
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Strategy periodicRebalance(Weights weights, int everyBars) {
        requirePositive(everyBars);
        Decision restore = new Decision.Target(weights);
        return (history, held) -> history.bar() % everyBars == 0 || !invested(held) ? restore : Decision.hold();
    }

    /**
     * Holds an asset while the mean of its last {@code fast} closes is above that of its last {@code slow} ones (W. Brock, J.
     * Lakonishok and B. LeBaron, Simple technical trading rules and the stochastic properties of stock returns, Journal of
     * Finance 47 (1992) 1731-1764).
     *
     * @throws IllegalArgumentException if the lengths are not positive and rising
     */
    public static Strategy movingAverageCrossover(int fast, int slow) {
        requirePositive(fast);
        if (fast >= slow) {
            throw new IllegalArgumentException("The fast average is shorter than the slow one.");
        }
        return slots(
                slow,
                (history, asset, held) -> history.averageClose(asset, fast, 0) > history.averageClose(asset, slow, 0));
    }

    /**
     * Buys an asset when its close is above the highs of the {@code entry} bars before, and sells it when its close is below
     * the lows of the {@code exit} bars before (Donchian's channel).
     *
     * @throws IllegalArgumentException if a length is not positive
     */
    public static Strategy breakout(int entry, int exit) {
        requirePositive(entry);
        requirePositive(exit);
        return slots(
                Math.max(entry, exit) + 1,
                (history, asset, held) -> held
                        ? history.close(asset, 0) >= history.lowestBefore(asset, exit)
                        : history.close(asset, 0) > history.highestBefore(asset, entry));
    }

    /**
     * Buys an asset when its close is {@code entry} standard deviations or more below the mean of its last closes, and sells
     * it when it is within {@code exit} below or above (J. Bollinger's bands).
     *
     * @param length of mean and deviation, at least two
     * @param entry in standard deviations, above the exit
     * @param exit in standard deviations
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static Strategy meanReversion(int length, double entry, double exit) {
        if (length < 2 || !(entry > exit)) {
            throw new IllegalArgumentException("The length is at least 2, and entry lies further out than exit.");
        }
        return slots(length, (history, asset, held) -> {
            double deviation = history.closeDeviation(asset, length);
            double below = history.averageClose(asset, length, 0) - history.close(asset, 0);
            // A constant price is at its mean, so it is never bought and always sold.
            return deviation > 0 && (held ? below > exit * deviation : below >= entry * deviation);
        });
    }

    /**
     * At every so many bars holds the assets of the highest positive return over {@code lookback} bars, leaving out the last
     * {@code skip} (N. Jegadeesh and S. Titman, Returns to buying winners and selling losers, Journal of Finance 48 (1993)
     * 65-91), in {@code top} equal slots. Between equal returns the asset of the lower number comes first.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Strategy momentum(int lookback, int skip, int top, int everyBars) {
        requirePositive(top);
        requirePositive(everyBars);
        if (skip < 0 || lookback <= skip) {
            throw new IllegalArgumentException("The look-back is longer than the part left out.");
        }
        return new Momentum(lookback, skip, top, everyBars);
    }

    private static void requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("A number of bars or assets is positive.");
        }
    }

    private static Strategy slots(int barsNeeded, EqualSlots.Rule rule) {
        return new EqualSlots(barsNeeded, rule);
    }
}
