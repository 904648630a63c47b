package io.quantumleap.analytics.streaming;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.WinLoss;
import java.io.Serializable;

/**
 * Takes simple returns one at a time and knows, at any time, their moments, what lies above and below a target, their
 * compound, their maximum drawdown, wins and losses. Memory does not grow. Fits {@code DoubleStream.collect(() -> new
 * ReturnAccumulator(0), ReturnAccumulator::add, ReturnAccumulator::merge)}, parallel or not. Not safe for use by many
 * threads at once.
 */
public final class ReturnAccumulator implements Serializable {

    private static final long serialVersionUID = 1;

    private final double target;
    private final PowerSums powers = new PowerSums();
    private final WideSum gains = new WideSum();
    private final WideSum losses = new WideSum();
    private final WideSum squaredGains = new WideSum();
    private final WideSum squaredLosses = new WideSum();
    private final WealthPath wealth = new WealthPath();
    private final WideSum won = new WideSum();
    private final WideSum lost = new WideSum();
    private final Streak winning = new Streak();
    private final Streak losing = new Streak();
    private long above;
    private long below;

    /**
     * Holds nothing yet.
     *
     * @param target the return per period that splits gains from losses, finite
     * @throws IllegalArgumentException if the target is not finite
     */
    public ReturnAccumulator(double target) {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("The target must be finite.");
        }
        this.target = target;
    }

    /** Adds the next return. */
    public void add(double simpleReturn) {
        powers.add(simpleReturn);
        wealth.add(simpleReturn);
        won.add(Math.max(simpleReturn, 0));
        lost.add(Math.min(simpleReturn, 0));
        winning.add(simpleReturn > 0);
        losing.add(simpleReturn < 0);
        double distance = simpleReturn - target;
        double square = distance * distance;
        double lost = Math.fma(distance, distance, -square);
        if (distance < 0) {
            losses.add(-distance);
            squaredLosses.add(square, lost);
            below++;
        } else {
            gains.add(distance);
            squaredGains.add(square, lost);
            above += distance > 0 ? 1 : 0;
        }
    }

    /**
     * Adds the returns of another accumulator as those that follow.
     *
     * @throws IllegalArgumentException if it has another target
     */
    public void merge(ReturnAccumulator next) {
        if (next.target != target) {
            throw new IllegalArgumentException("Accumulators with different targets cannot be merged.");
        }
        powers.add(next.powers);
        wealth.add(next.wealth);
        won.add(next.won);
        lost.add(next.lost);
        winning.add(next.winning);
        losing.add(next.losing);
        gains.add(next.gains);
        losses.add(next.losses);
        squaredGains.add(next.squaredGains);
        squaredLosses.add(next.squaredLosses);
        above += next.above;
        below += next.below;
    }

    /** How many returns were added. */
    public long count() {
        return powers.count();
    }

    /** Mean, variance, skewness, kurtosis and extremes. */
    public Moments moments() {
        return powers.moments();
    }

    /** What lies above and below the target. */
    public PartialMoments partialMoments() {
        return new PartialMoments(
                count(), target, above, below, total(gains), total(losses), total(squaredGains), total(squaredLosses));
    }

    /** A sum of positive numbers: infinite if only the sum leaves the range of a double, NaN for bad observations. */
    private double total(WideSum sum) {
        if (!finiteInputs()) {
            return Double.NaN;
        }
        return sum.isFinite() ? sum.value() : Double.POSITIVE_INFINITY;
    }

    /** How often and how much is won and lost, with the longest streaks. */
    public WinLoss winLoss() {
        if (count() == 0) {
            return WinLoss.unavailable(Reason.NO_OBSERVATIONS);
        }
        return finiteInputs()
                ? WinLoss.of(
                        winning.total(), losing.total(), won.value(), lost.value(), winning.longest(), losing.longest())
                : WinLoss.unavailable(Reason.NOT_FINITE);
    }

    /** The compound return. */
    public Measure cumulativeReturn() {
        return count() == 0 ? Measure.unavailable(Reason.NO_OBSERVATIONS) : wealth.gain(finiteInputs());
    }

    /** The compound annual growth rate by number of periods. */
    public Measure compoundAnnualGrowthRate(PeriodsPerYear periods) {
        return Returns.annualised(cumulativeReturn(), count(), periods);
    }

    /** The maximum drawdown, the start counting as a peak; zero or negative. */
    public Measure maximumDrawdown() {
        return count() == 0 ? Measure.unavailable(Reason.NO_OBSERVATIONS) : wealth.maximumDrawdown(finiteInputs());
    }

    private boolean finiteInputs() {
        return count() == 0 || powers.finite();
    }
}
