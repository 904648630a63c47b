package io.quantumleap.analytics.construction.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RebalancingTest {

    private static final DriftBand FIVE_POINTS = new DriftBand(0.05, DriftBand.Kind.ABSOLUTE);
    private static final DriftBand A_QUARTER = new DriftBand(0.25, DriftBand.Kind.RELATIVE);

    @Test
    void nothingHappensInsideTheBands() {
        double[] holdings = {540, 460};
        assertThat(Rebalancing.plan(holdings, 0, new double[] {0.5, 0.5}, free(FIVE_POINTS, Destination.ALL_TO_TARGET)))
                .isEqualTo(new RebalancingPlan.Nothing());
    }

    @Test
    void oneBreachRestoresEveryTarget() {
        RebalancingPlan.Trades plan = trades(
                new double[] {600, 300, 100},
                0,
                new double[] {0.5, 0.35, 0.15},
                free(FIVE_POINTS, Destination.ALL_TO_TARGET));
        assertThat(plan.trades()).extracting(Trade::asset).containsExactly(0, 1, 2);
        assertThat(plan.trades()).extracting(Trade::amount).containsExactly(-100.0, 50.0, 50.0);
        assertThat(plan.turnover()).isEqualTo(0.1);
        assertThat(plan.cashAfter()).isZero();
    }

    @Test
    void breachedAssetsAloneGoToTheirTargetsAgainstCash() {
        RebalancingPlan.Trades plan = trades(
                new double[] {600, 300},
                100,
                new double[] {0.5, 0.32},
                free(FIVE_POINTS, Destination.BREACHED_TO_TARGET));
        assertThat(plan.trades()).containsExactly(new Trade(0, -100, 0));
        assertThat(plan.cashAfter()).isEqualTo(200);
    }

    @Test
    void breachedAssetsAloneGoToTheNearerEdge() {
        RebalancingPlan.Trades plan = trades(
                new double[] {600, 120}, 280, new double[] {0.5, 0.2}, free(A_QUARTER, Destination.BREACHED_TO_EDGE));
        // Edges: 0.375 to 0.625, and 0.15 to 0.25.
        assertThat(plan.trades()).hasSize(1);
        assertThat(plan.trades().get(0).asset()).isEqualTo(1);
        assertThat(plan.trades().get(0).amount()).isCloseTo(30, within(1e-12));
    }

    @Test
    void costsAreTakenFromTheValueThatTheWeightsHoldFor() {
        // Sell all of one asset for the other at 1 %: V' + 0.01 (1000 + V') = 1000, so V' = 990 / 1.01.
        RebalancingPolicy policy =
                new RebalancingPolicy(FIVE_POINTS, Destination.ALL_TO_TARGET, new TradingCosts(0.01, 0), 0);
        RebalancingPlan.Trades plan = trades(new double[] {1000, 0}, 0, new double[] {0, 1}, policy);
        assertThat(plan.valueAfter()).isCloseTo(990 / 1.01, within(1e-12));
        assertThat(plan.cost()).isCloseTo(1000 - 990 / 1.01, within(1e-12));
        assertThat(plan.cashAfter()).isCloseTo(0, within(1e-12));
    }

    @Test
    void tradesBelowTheSmallestAreLeftOut() {
        RebalancingPolicy policy = new RebalancingPolicy(FIVE_POINTS, Destination.ALL_TO_TARGET, TradingCosts.NONE, 20);
        RebalancingPlan.Trades plan = trades(new double[] {400, 495}, 105, new double[] {0.5, 0.5}, policy);
        assertThat(plan.trades()).containsExactly(new Trade(0, 100, 0));
        assertThat(plan.cashAfter()).isEqualTo(5);
        assertThat(Rebalancing.plan(new double[] {4, 5}, 1, new double[] {0.5, 0.5}, policy))
                .isEqualTo(new RebalancingPlan.Nothing());
    }

    @Test
    void saysHowMuchCashIsMissing() {
        RebalancingPlan plan = Rebalancing.plan(
                new double[] {430, 570},
                0,
                new double[] {0.5, 0.5},
                free(new DriftBand(0.14, DriftBand.Kind.RELATIVE), Destination.BREACHED_TO_TARGET));
        assertThat(plan).isEqualTo(new RebalancingPlan.Nothing());
        plan = Rebalancing.plan(
                new double[] {430, 285, 285},
                0,
                new double[] {0.5, 0.25, 0.25},
                free(FIVE_POINTS, Destination.BREACHED_TO_TARGET));
        assertThat(((RebalancingPlan.CashShortfall) plan).amount()).isCloseTo(70, within(1e-9));
    }

    @Test
    void refusesAPortfolioWithoutValueOrWithoutNumbers() {
        RebalancingPolicy policy = free(FIVE_POINTS, Destination.ALL_TO_TARGET);
        double[] target = {1};
        assertThat(Rebalancing.plan(new double[] {10}, -10, target, policy)).isEqualTo(new RebalancingPlan.NoValue(0));
        assertThat(Rebalancing.plan(new double[] {Double.NaN}, 0, target, policy))
                .isEqualTo(new RebalancingPlan.NotFinite(0));
        assertThat(Rebalancing.plan(new double[] {1}, Double.POSITIVE_INFINITY, target, policy))
                .isEqualTo(new RebalancingPlan.NotFinite(-1));
        RebalancingPolicy dear =
                new RebalancingPolicy(FIVE_POINTS, Destination.ALL_TO_TARGET, new TradingCosts(0, 60), 0);
        assertThat(Rebalancing.plan(new double[] {100, 0}, 0, new double[] {0, 1}, dear))
                .isInstanceOf(RebalancingPlan.NoValue.class);
        assertThatThrownBy(() -> Rebalancing.plan(new double[] {1}, 0, new double[] {0.5, 0.5}, policy))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TradingCosts(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DriftBand(Double.NaN, DriftBand.Kind.ABSOLUTE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void afterAFullRebalanceTheWeightsAreTheTargetsAndNothingIsLostButTheCost(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] holdings = random.doubles(n, 0, 1000).toArray();
        double[] raw = random.doubles(n, 0.1, 1).toArray();
        double sum = Arrays.stream(raw).sum() / random.nextDouble(0.8, 1);
        double[] targets = Arrays.stream(raw).map(w -> w / sum).toArray();
        RebalancingPolicy policy = new RebalancingPolicy(
                new DriftBand(0, DriftBand.Kind.ABSOLUTE), Destination.ALL_TO_TARGET, new TradingCosts(0.002, 0.5), 0);
        RebalancingPlan.Trades plan = trades(holdings, 50, targets, policy);
        double before = Arrays.stream(holdings).sum() + 50;
        double[] after = holdings.clone();
        plan.trades().forEach(trade -> after[trade.asset()] += trade.amount());
        assertThat(plan.valueAfter() + plan.cost()).isCloseTo(before, within(1e-12 * before));
        assertThat(Arrays.stream(after).sum() + plan.cashAfter()).isCloseTo(plan.valueAfter(), within(1e-11 * before));
        for (int i = 0; i < n; i++) {
            assertThat(after[i] / plan.valueAfter()).isCloseTo(targets[i], within(1e-12));
        }
    }

    private static RebalancingPolicy free(DriftBand band, Destination destination) {
        return new RebalancingPolicy(band, destination, TradingCosts.NONE, 0);
    }

    private static RebalancingPlan.Trades trades(
            double[] holdings, double cash, double[] targets, RebalancingPolicy policy) {
        RebalancingPlan plan = Rebalancing.plan(holdings, cash, targets, policy);
        assertThat(plan).isInstanceOf(RebalancingPlan.Trades.class);
        return (RebalancingPlan.Trades) plan;
    }
}
