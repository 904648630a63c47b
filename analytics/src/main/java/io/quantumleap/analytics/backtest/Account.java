package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;
import io.quantumleap.analytics.construction.rebalancing.Destination;
import io.quantumleap.analytics.construction.rebalancing.DriftBand;
import io.quantumleap.analytics.construction.rebalancing.Rebalancing;
import io.quantumleap.analytics.construction.rebalancing.RebalancingPlan;
import io.quantumleap.analytics.construction.rebalancing.RebalancingPolicy;
import io.quantumleap.analytics.construction.rebalancing.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Cash and positions while a backtest runs. */
final class Account {

    private final BacktestSettings settings;
    private final RebalancingPolicy policy;
    private final double[] quantities;
    private final List<Fill> fills = new ArrayList<>();
    private double cash;

    Account(BacktestSettings settings, int assets) {
        this.settings = settings;
        this.quantities = new double[assets];
        this.cash = settings.initialCash();
        this.policy = new RebalancingPolicy(
                new DriftBand(0, DriftBand.Kind.ABSOLUTE), Destination.ALL_TO_TARGET, settings.allCosts(), 0);
    }

    List<Fill> fills() {
        return fills;
    }

    double equity(IntToDoubleFunction price) {
        double equity = cash;
        for (int i = 0; i < quantities.length; i++) {
            equity += quantities[i] * price.applyAsDouble(i);
        }
        return equity;
    }

    Weights weights(IntToDoubleFunction price) {
        double equity = equity(price);
        double[] weights = new double[quantities.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = quantities[i] * price.applyAsDouble(i) / equity;
        }
        return Weights.of(weights);
    }

    /** Trades to the target weights at these prices; without effect when costs would take everything. */
    void trade(Weights target, IntToDoubleFunction price, int decidedAt, int bar) {
        double[] values = new double[quantities.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = quantities[i] * price.applyAsDouble(i);
        }
        if (Rebalancing.plan(values, cash, target.toArray(), policy) instanceof RebalancingPlan.Trades plan) {
            plan.trades().forEach(trade -> execute(trade, target, price.applyAsDouble(trade.asset()), decidedAt, bar));
        }
    }

    private void execute(Trade trade, Weights target, double price, int decidedAt, int bar) {
        double slippageCost = settings.slippage() * Math.abs(trade.amount());
        double held = quantities[trade.asset()];
        // A position is closed to the last fraction, which the division might leave over.
        double quantity = target.weight(trade.asset()) == 0 ? -held : trade.amount() / price;
        double paid = price * (1 + Math.signum(trade.amount()) * settings.slippage());
        fills.add(new Fill(trade.asset(), decidedAt, bar, quantity, paid, trade.cost() - slippageCost, slippageCost));
        quantities[trade.asset()] = held + quantity;
        cash -= trade.amount() + trade.cost();
    }
}
