package io.quantumleap.benchmarks.tearsheet;

import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.QuantileType;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.TailRisk;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.criteria.ExpectedShortfallCriterion;
import org.ta4j.core.criteria.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.ValueAtRiskCriterion;
import org.ta4j.core.criteria.pnl.ReturnCriterion;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** What ta4j measures too, side by side: return, maximum drawdown, value at risk and expected shortfall of one holding. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Ta4jBenchmark {

    private static final double CONFIDENCE = 0.95;

    /** How many prices. */
    @Param({"2520", "100000"})
    public int points;

    private double[] closes = {};
    private BarSeries bars = new BaseBarSeriesBuilder().build();
    private TradingRecord held = new BaseTradingRecord();

    /** Invents the prices; making ta4j's bars is not measured. */
    @Setup
    public void invent() {
        closes = Wealth.path(Track.returns(points - 1));
        bars = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        ZonedDateTime day = ZonedDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (double close : closes) {
            day = day.plus(Duration.ofDays(1));
            bars.addBar(day, close, close, close, close, 1);
        }
        held = new BaseTradingRecord(Trade.buyAt(0, bars), Trade.sellAt(points - 1, bars));
    }

    /** With ta4j. */
    @Benchmark
    public List<Num> ta4j() {
        return List.of(
                new ReturnCriterion().calculate(bars, held),
                new MaximumDrawdownCriterion().calculate(bars, held),
                new ValueAtRiskCriterion(CONFIDENCE).calculate(bars, held),
                new ExpectedShortfallCriterion(CONFIDENCE).calculate(bars, held));
    }

    /** With this kernel, from the same prices. */
    @Benchmark
    public List<Measure> kernel() {
        double[] returns = new double[closes.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = closes[i + 1] / closes[i] - 1;
        }
        TailRisk tail = TailRisk.historical(returns, CONFIDENCE, QuantileType.LINEAR);
        return List.of(
                Returns.cumulative(returns),
                Drawdowns.ofValues(closes).maximum(),
                tail.valueAtRisk(),
                tail.expectedShortfall());
    }
}
