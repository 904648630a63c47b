package io.quantumleap.examples.embed;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;

/** Embeds the analytics jar: two arrays in, the risk of one and its relation to the other out. */
public final class MeasureTwoArrays {

    private MeasureTwoArrays() {}

    /** Prints three measures. */
    public static void main(String[] arguments) {
        double[] fund = {0.012, -0.034, 0.021, 0.008, -0.011, 0.027};
        double[] index = {0.010, -0.025, 0.018, 0.004, -0.015, 0.022};

        RiskReport risk = RiskReport.of(fund, RiskConventions.usual(PeriodsPerYear.MONTHLY));
        BenchmarkReport versus = BenchmarkReport.of(fund, index, BenchmarkConventions.usual(PeriodsPerYear.MONTHLY));

        System.out.println("Sharpe ratio:     " + risk.sharpe().orElseThrow());
        System.out.println("Maximum drawdown: " + risk.drawdowns().maximum().orElseThrow());
        System.out.println("Beta:             " + versus.beta().orElseThrow());
    }
}
