package io.quantumleap.analytics.construction.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trades that bring a portfolio of assets and cash back to its target weights, self-financed: the weights hold for the
 * value after costs, V' = V - cost(V'), which is solved exactly, not approximated by ignoring the costs of paying the costs.
 *
 * <p>An asset is traded when its weight before trading, as a part of assets and cash, lies outside its band. What the targets
 * leave to one is cash. Source of the bands: W. Bernstein and others call them tolerance bands; absolute and relative widths
 * as in G. Daryanani, Opportunistic rebalancing, Journal of Financial Planning 21 (2008) 48-61.
 */
public final class Rebalancing {

    /** Cash may fall short by this part of the value: rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] holdings;
    private final double[] targets;
    private final RebalancingPolicy policy;
    private final double value;

    private Rebalancing(double[] holdings, double value, double[] targets, RebalancingPolicy policy) {
        this.holdings = holdings;
        this.value = value;
        this.targets = targets;
        this.policy = policy;
    }

    /**
     * The trades for this portfolio.
     *
     * @param holdings the value of each asset, negative for a short position
     * @param cash beside them
     * @param targets the weight of each asset; what they leave to one is cash
     * @throws IllegalArgumentException if the sizes differ, there is no asset or a target is not finite
     */
    public static RebalancingPlan plan(double[] holdings, double cash, double[] targets, RebalancingPolicy policy) {
        if (holdings.length == 0 || holdings.length != targets.length) {
            throw new IllegalArgumentException("There is at least one asset, and one target for each.");
        }
        if (!Arrays.stream(targets).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A target weight is a finite number.");
        }
        for (int i = -1; i < holdings.length; i++) {
            if (!Double.isFinite(i < 0 ? cash : holdings[i])) {
                return new RebalancingPlan.NotFinite(i);
            }
        }
        double value = Arrays.stream(holdings).sum() + cash;
        return value > 0
                ? new Rebalancing(holdings.clone(), value, targets.clone(), policy).plan()
                : new RebalancingPlan.NoValue(value);
    }

    private RebalancingPlan plan() {
        boolean[] traded = traded();
        while (any(traded)) {
            double after = valueAfter(traded);
            if (after <= 0) {
                return new RebalancingPlan.NoValue(after);
            }
            if (!dropSmallest(traded, after)) {
                return trades(traded, after);
            }
        }
        return new RebalancingPlan.Nothing();
    }

    private boolean[] traded() {
        boolean[] traded = new boolean[holdings.length];
        for (int i = 0; i < traded.length; i++) {
            double drift = Math.abs(holdings[i] / value - targets[i]);
            traded[i] = drift > policy.band().reach(targets[i]);
        }
        if (any(traded) && policy.destination() == Destination.ALL_TO_TARGET) {
            Arrays.fill(traded, true);
        }
        return traded;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** The weight that a traded asset is brought to. */
    private double destination(int asset) {
        double target = targets[asset];
        if (policy.destination() != Destination.BREACHED_TO_EDGE) {
            return target;
        }
        double reach = policy.band().reach(target);
        return holdings[asset] / value > target ? target + reach : target - reach;
    }

    private double amount(int asset, double after) {
        return destination(asset) * after - holdings[asset];
    }

    /** The root of V' + cost(V') = V, by bisection: the left side grows with V' because costs are below the amounts. */
    private double valueAfter(boolean[] traded) {
        double low = 0;
        double high = value;
        if (cost(traded, value) == 0) {
            return value;
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return low;
            }
            if (middle + cost(traded, middle) > value) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    private double cost(boolean[] traded, double after) {
        double cost = 0;
        for (int i = 0; i < traded.length; i++) {
            if (traded[i]) {
                cost += policy.costs().of(amount(i, after));
            }
        }
        return cost;
    }

    /** Leaves out the trades below the smallest; answers whether there were any. */
    private boolean dropSmallest(boolean[] traded, double after) {
        boolean dropped = false;
        for (int i = 0; i < traded.length; i++) {
            double amount = Math.abs(amount(i, after));
            if (traded[i] && (amount == 0 || amount < policy.smallestTrade())) {
                traded[i] = false;
                dropped = true;
            }
        }
        return dropped;
    }

    private RebalancingPlan trades(boolean[] traded, double after) {
        List<Trade> trades = new ArrayList<>();
        double held = 0;
        double amounts = 0;
        double cost = 0;
        for (int i = 0; i < traded.length; i++) {
            double amount = traded[i] ? amount(i, after) : 0;
            held += holdings[i] + amount;
            if (traded[i]) {
                Trade trade = new Trade(i, amount, policy.costs().of(amount));
                trades.add(trade);
                amounts += Math.abs(amount);
                cost += trade.cost();
            }
        }
        double cash = value - cost - held;
        double allowed = Math.min(0, 1 - Arrays.stream(targets).sum()) * after;
        return cash < allowed - ROUNDING * value
                ? new RebalancingPlan.CashShortfall(allowed - cash)
                : new RebalancingPlan.Trades(trades, cost, amounts / 2 / value, value - cost, cash);
    }
}
