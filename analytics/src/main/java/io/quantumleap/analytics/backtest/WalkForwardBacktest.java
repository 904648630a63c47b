package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.risk.Ratios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Walks forward over the bars: in every training window each candidate is run and the one with the highest Sharpe ratio (mean
 * over sample deviation of its returns, 0 without variation; the earlier candidate between equals) is run in the test window
 * behind it. Only returns of test windows are reported. Each test starts from cash with a decision at the close before the
 * window, which is executed in the window's first bar.
 */
public final class WalkForwardBacktest {

    private WalkForwardBacktest() {}

    /**
     * One step of the walk.
     *
     * @param split the windows
     * @param chosen the candidate, counted from 0
     * @param report of the test window, which starts one bar before it
     */
    public record Step(WalkForward.Split split, int chosen, BacktestReport report) {}

    /** The answer: the steps of the walk, or the reason why there is none. */
    public sealed interface Answer {

        /** The walk, in order of time. */
        record Walked(List<Step> steps) implements Answer {

            /** Copies the list. */
            public Walked {
                steps = List.copyOf(steps);
            }

            /** The returns of all test windows, one after the other. */
            public double[] outOfSampleReturns() {
                return steps.stream()
                        .flatMapToDouble(step -> Arrays.stream(step.report().returns()))
                        .toArray();
            }
        }

        /** There is no walk, and this is why. */
        record Refused(BacktestProblem problem) implements Answer {}

        /**
         * The walk.
         *
         * @throws IllegalStateException with the problem's sentence if there is none
         */
        default Walked orElseThrow() {
            if (this instanceof Refused refused) {
                throw new IllegalStateException(refused.problem().sentence());
            }
            return (Walked) this;
        }
    }

    /**
     * Walks.
     *
     * @throws IllegalArgumentException if there is no candidate
     */
    public static Answer run(
            PriceBars bars, List<Strategy> candidates, WalkForward windows, BacktestSettings settings) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("There is at least one candidate.");
        }
        int needed = Math.max(2, windows.train()) + windows.gap() + 1;
        if (bars.size() < needed || windows.train() < 2) {
            return new Answer.Refused(new BacktestProblem.TooFewBars(Math.min(bars.size(), windows.train()), needed));
        }
        Optional<BacktestProblem> problem = bars.problem();
        return problem.<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Walked(steps(bars, candidates, windows, settings)));
    }

    private static List<Step> steps(
            PriceBars bars, List<Strategy> candidates, WalkForward windows, BacktestSettings settings) {
        List<Step> steps = new ArrayList<>();
        for (WalkForward.Split split : windows.splits(bars.size())) {
            int chosen = best(bars, candidates, split, settings);
            BacktestReport report = Backtest.run(
                            bars, candidates.get(chosen), settings, split.testFrom() - 1, split.testTo())
                    .orElseThrow();
            steps.add(new Step(split, chosen, report));
        }
        return steps;
    }

    private static int best(
            PriceBars bars, List<Strategy> candidates, WalkForward.Split split, BacktestSettings settings) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            double[] returns = Backtest.run(bars, candidates.get(i), settings, split.trainFrom(), split.trainTo())
                    .orElseThrow()
                    .returns();
            double sharpe = sharpe(returns);
            if (sharpe > highest) {
                highest = sharpe;
                best = i;
            }
        }
        return best;
    }

    private static double sharpe(double[] returns) {
        return Ratios.sharpePerPeriod(Moments.of(returns), Estimator.SAMPLE, 0).orElse(0);
    }
}
