package io.quantumleap.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.Weights;
import io.quantumleap.analytics.construction.rebalancing.TradingCosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final double[][] TABLE = read("bars.csv");
    private static final double[][] EQUITY = read("equity.csv");
    private static final PriceBars BARS = PriceBars.of(column(0), column(1), column(2), column(3));
    private static final BacktestSettings COSTLY =
            new BacktestSettings(10_000, Execution.NEXT_OPEN, new TradingCosts(0.001, 0), 0.0005);

    @Test
    void movingAverageCrossoverAgreesWithTheReference() {
        assertEquity(Strategies.movingAverageCrossover(10, 30), COSTLY, EQUITY[0]);
        assertEquity(
                Strategies.movingAverageCrossover(10, 30),
                new BacktestSettings(10_000, Execution.NEXT_CLOSE, TradingCosts.NONE, 0),
                EQUITY[1]);
    }

    @Test
    void breakoutAgreesWithTheReference() {
        assertEquity(Strategies.breakout(20, 10), COSTLY, EQUITY[2]);
    }

    @Test
    void meanReversionAgreesWithTheReference() {
        assertEquity(Strategies.meanReversion(20, 1.5, 0), COSTLY, EQUITY[3]);
    }

    @Test
    void twoBarsByHand() {
        // Decide at close 100, buy at open 102 with 1 % slippage and 0.5 % commission: 10,000 / 1.015 is invested.
        PriceBars bars = PriceBars.of(
                new double[][] {{99, 102, 110}},
                new double[][] {{101, 106, 111}},
                new double[][] {{98, 101, 104}},
                new double[][] {{100, 105, 104}});
        BacktestSettings settings = new BacktestSettings(10_000, Execution.NEXT_OPEN, new TradingCosts(0.005, 0), 0.01);
        BacktestReport report = Backtest.run(bars, Strategies.buyAndHold(Weights.of(1)), settings)
                .orElseThrow();
        double invested = 10_000 / 1.015;
        assertThat(report.equity())
                .containsExactly(new double[] {10_000, invested / 102 * 105, invested / 102 * 104}, within(1e-9));
        assertThat(report.fills()).hasSize(1);
        Fill fill = report.fills().get(0);
        assertThat(fill.decidedAt()).isZero();
        assertThat(fill.executedAt()).isEqualTo(1);
        assertThat(fill.quantity()).isCloseTo(invested / 102, within(1e-10));
        assertThat(fill.price()).isCloseTo(102 * 1.01, within(1e-12));
        assertThat(fill.commission()).isCloseTo(0.005 * invested, within(1e-9));
        assertThat(report.costs()).isCloseTo(0.015 * invested, within(1e-9));
        assertThat(report.returns()[1]).isCloseTo(104.0 / 105 - 1, within(1e-14));
    }

    @Property(tries = 100)
    void equityIsWhatTheFillsLeave(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceBars bars = SampleBars.random(random, 3, 50);
        BacktestSettings settings =
                new BacktestSettings(10_000, Execution.NEXT_OPEN, new TradingCosts(0.001, 2), 0.001);
        Strategy restless = (history, held) -> {
            double[] raw = random.doubles(3, -0.33, 0.33).toArray();
            return Decision.target(raw);
        };
        BacktestReport report = Backtest.run(bars, restless, settings).orElseThrow();
        double value = 10_000;
        for (Fill fill : report.fills()) {
            value -= fill.quantity() * fill.price() + fill.commission();
            value += fill.quantity() * bars.close(fill.asset(), 49);
        }
        if (report.ruinedAt().isEmpty()) {
            assertThat(value).isCloseTo(report.equity()[49], within(1e-7));
        }
    }

    @Test
    void buyAndHoldOfEverythingEarnsThePriceChange() {
        BacktestReport report = Backtest.run(BARS, Strategies.buyAndHold(Weights.of(1)), BacktestSettings.free(1))
                .orElseThrow();
        assertThat(report.equity()[399]).isCloseTo(BARS.close(0, 399) / BARS.open(0, 1), within(1e-12));
        assertThat(report.fills()).hasSize(1);
    }

    @Test
    void periodicRebalanceRestoresTheWeightsAtItsBars() {
        PriceBars bars = SampleBars.random(new SplittableRandom(5), 2, 41);
        BacktestReport report = Backtest.run(
                        bars, Strategies.periodicRebalance(Weights.of(0.5, 0.5), 10), BacktestSettings.free(100))
                .orElseThrow();
        assertThat(report.fills().stream().mapToInt(Fill::executedAt).distinct().toArray())
                .containsExactly(1, 11, 21, 31);
    }

    @Test
    void momentumHoldsTheWinners() {
        double[][] closes = new double[3][30];
        for (int bar = 0; bar < 30; bar++) {
            closes[0][bar] = 100 * Math.pow(1.01, bar);
            closes[1][bar] = 100 * Math.pow(1.02, bar);
            closes[2][bar] = 100 * Math.pow(0.99, bar);
        }
        BacktestReport report = Backtest.run(
                        PriceBars.ofCloses(closes), Strategies.momentum(5, 1, 1, 5), BacktestSettings.free(100))
                .orElseThrow();
        assertThat(report.fills()).hasSize(1);
        assertThat(report.fills().get(0).asset()).isEqualTo(1);
        assertThat(report.fills().get(0).decidedAt()).isEqualTo(5);
        BacktestReport both = Backtest.run(
                        PriceBars.ofCloses(closes), Strategies.momentum(5, 0, 3, 5), BacktestSettings.free(100))
                .orElseThrow();
        assertThat(both.fills()).extracting(Fill::asset).contains(0, 1).doesNotContain(2);
    }

    @Test
    void constantPricesAreNeverBoughtByMeanReversionOrBreakout() {
        double[][] flat = new double[1][50];
        Arrays.fill(flat[0], 100);
        for (Strategy strategy : new Strategy[] {
            Strategies.meanReversion(10, 1, 0), Strategies.breakout(10, 5), Strategies.movingAverageCrossover(3, 9)
        }) {
            BacktestReport report =
                    Backtest.run(PriceBars.ofCloses(flat), strategy, COSTLY).orElseThrow();
            assertThat(report.fills()).isEmpty();
            assertThat(report.returns()).containsOnly(0);
        }
    }

    @Test
    void shortPositionThatLosesEverythingEndsTheBacktest() {
        double[][] rocket = {{100, 100, 150, 250, 100}};
        BacktestReport report = Backtest.run(
                        PriceBars.ofCloses(rocket),
                        (history, held) -> history.bar() == 0 ? Decision.target(-1) : Decision.hold(),
                        BacktestSettings.free(100))
                .orElseThrow();
        assertThat(report.ruinedAt()).hasValue(3);
        assertThat(report.equity()).containsExactly(100, 100, 50, 0, 0);
        assertThat(report.returns()).containsExactly(0, -0.5, -1, 0);
    }

    @Test
    void refusesLeverageAndWrongNumbersOfWeights() {
        assertThatThrownBy(() -> Decision.target(0.8, -0.3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backtest.run(BARS, (history, held) -> Decision.target(0.5, 0.5), COSTLY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichBarIsUnsound() {
        double[][] closes = {{1, 2, 3}, {1, 2, Double.NaN}};
        assertThat(Backtest.run(PriceBars.ofCloses(closes), Strategies.breakout(1, 1), COSTLY))
                .isEqualTo(new Backtest.Answer.Refused(new BacktestProblem.UnsoundBar(1, 2)));
        PriceBars crossed = PriceBars.of(
                new double[][] {{5, 5}}, new double[][] {{6, 6}}, new double[][] {{4, 5.5}}, new double[][] {{5, 5.7}});
        assertThat(Backtest.run(crossed, Strategies.breakout(1, 1), COSTLY))
                .isEqualTo(new Backtest.Answer.Refused(new BacktestProblem.UnsoundBar(0, 1)));
        assertThat(Backtest.run(PriceBars.ofCloses(new double[][] {{1}}), Strategies.breakout(1, 1), COSTLY))
                .isEqualTo(new Backtest.Answer.Refused(new BacktestProblem.TooFewBars(1, 2)));
    }

    private static void assertEquity(Strategy strategy, BacktestSettings settings, double[] expected) {
        BacktestReport report = Backtest.run(BARS, strategy, settings).orElseThrow();
        double[] equity = report.equity();
        for (int bar = 0; bar < 400; bar++) {
            assertThat(equity[bar]).as("bar %d", bar).isCloseTo(expected[bar], within(1e-9 * expected[bar]));
        }
        assertThat(report.fills()).hasSize((int) expected[400]).isNotEmpty();
    }

    private static double[][] column(int column) {
        return new double[][] {
            Arrays.stream(TABLE).mapToDouble(row -> row[column]).toArray()
        };
    }

    private static double[][] read(String name) {
        try (var in = BacktestTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
