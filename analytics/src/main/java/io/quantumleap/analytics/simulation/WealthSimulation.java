package io.quantumleap.analytics.simulation;

import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Monte Carlo of wealth: each path compounds returns resampled from the history, W_t = W_(t-1) (1 + r_t) + contribution.
 *
 * <p>Repeatable: paths are drawn in batches of 512, and batch k uses the k-th generator split from the seed's, so
 * the result depends on the history, the plan and the seed alone, not on the number of threads. Positions in the history come
 * from the high bits of a product (D. Lemire, Fast random integer generation in an interval, 2019); their bias is below
 * 1e-15.
 *
 * <p>Answers {@code NO_OBSERVATIONS}, {@code NOT_FINITE}, {@code BELOW_TOTAL_LOSS} for a return below -100 %, and
 * {@code OUT_OF_RANGE} when wealth leaves the range of a double. A return of exactly -100 % ends a path at zero, or at its
 * contributions.
 */
public final class WealthSimulation {

    private static final int BATCH = 512;

    private final double[] growth;
    private final WealthPlan plan;
    private final int[] checkpoints;

    private WealthSimulation(double[] returns, WealthPlan plan) {
        this.growth = Arrays.stream(returns).map(r -> 1 + r).toArray();
        this.plan = plan;
        this.checkpoints = plan.checkpointArray();
    }

    /** Simulates on the calling thread. */
    public static WealthForecast run(double[] returns, WealthPlan plan, long seed) {
        return run(returns, plan, seed, false);
    }

    /** Simulates on the common pool; the same answer as {@link #run(double[], WealthPlan, long)}. */
    public static WealthForecast runInParallel(double[] returns, WealthPlan plan, long seed) {
        return run(returns, plan, seed, true);
    }

    private static WealthForecast run(double[] returns, WealthPlan plan, long seed, boolean parallel) {
        if (returns.length == 0) {
            return new WealthForecast.Unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns)) {
            return new WealthForecast.Unavailable(Reason.NOT_FINITE);
        }
        return Arrays.stream(returns).anyMatch(r -> r < -1)
                ? new WealthForecast.Unavailable(Reason.BELOW_TOTAL_LOSS)
                : new WealthSimulation(returns, plan).run(seed, parallel);
    }

    private WealthForecast run(long seed, boolean parallel) {
        double[][] wealth = new double[checkpoints.length][plan.paths()];
        SplittableRandom[] generators = generators(seed);
        IntStream batches = IntStream.range(0, generators.length);
        (parallel ? batches.parallel() : batches).forEach(batch -> draw(generators[batch], batch * BATCH, wealth));
        List<WealthDistribution> distributions = new ArrayList<>(checkpoints.length);
        for (int i = 0; i < checkpoints.length; i++) {
            if (!Observations.allFinite(wealth[i])) {
                return new WealthForecast.Unavailable(Reason.OUT_OF_RANGE);
            }
            distributions.add(new WealthDistribution(checkpoints[i], wealth[i]));
        }
        return new WealthForecast.Simulated(distributions);
    }

    /** One generator for each batch, split off in the order of the batches before any of them draws. */
    private SplittableRandom[] generators(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] generators = new SplittableRandom[(plan.paths() + BATCH - 1) / BATCH];
        for (int i = 0; i < generators.length; i++) {
            generators[i] = root.split();
        }
        return generators;
    }

    private void draw(SplittableRandom random, int firstPath, double[][] wealth) {
        int end = Math.min(firstPath + BATCH, plan.paths());
        for (int path = firstPath; path < end; path++) {
            if (plan.resampling() instanceof Resampling.Independent && plan.contribution() == 0) {
                drawIndependent(random, path, wealth);
            } else {
                drawRuns(random, path, wealth);
            }
        }
    }

    private void drawIndependent(SplittableRandom random, int path, double[][] wealth) {
        double value = plan.initialWealth();
        int period = 0;
        for (int i = 0; i < checkpoints.length; i++) {
            for (; period < checkpoints[i]; period++) {
                value *= growth[position(random)];
            }
            wealth[i][path] = value;
        }
    }

    private void drawRuns(SplittableRandom random, int path, double[][] wealth) {
        double value = plan.initialWealth();
        int left = 0;
        int position = 0;
        int period = 0;
        for (int i = 0; i < checkpoints.length; i++) {
            while (period < checkpoints[i]) {
                if (left == 0) {
                    position = position(random);
                    left = plan.resampling().runLength(random);
                }
                int count = Math.min(Math.min(left, checkpoints[i] - period), growth.length - position);
                value = earn(value, position, count);
                if (value <= 0) {
                    // Used up by a total loss or by withdrawals; the wealth recorded from here on is the zero it is.
                    return;
                }
                period += count;
                left -= count;
                position = position + count == growth.length ? 0 : position + count;
            }
            wealth[i][path] = value;
        }
    }

    /** Wealth after some consecutive periods; zero or less when it was used up on the way, for good. */
    private double earn(double wealth, int from, int count) {
        double contribution = plan.contribution();
        double value = wealth;
        for (int k = from; k < from + count; k++) {
            value = value * growth[k] + contribution;
            if (value <= 0) {
                return value;
            }
        }
        return value;
    }

    private int position(SplittableRandom random) {
        return (int) Math.multiplyHigh(random.nextLong() >>> 1, (long) growth.length << 1);
    }
}
