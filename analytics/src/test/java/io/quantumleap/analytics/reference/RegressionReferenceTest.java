package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quantumleap.analytics.regression.LeastSquares;
import io.quantumleap.analytics.regression.Regression;
import io.quantumleap.analytics.returns.Returns;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Estimates, standard errors, t values, p values and fit of three regressions against statsmodels' OLS. */
class RegressionReferenceTest {

    private static final double RELATIVE = 1e-9;

    private final CommittedTable series = CommittedTable.read("series.csv");
    private final double[] r = series.column(1);
    private final double[] b = series.column(2);
    private final double[] rf = series.column(3);

    @TestFactory
    Stream<DynamicTest> agreesWithStatsmodels() {
        return CommittedTable.read("regression.csv").rows().stream()
                .map(row -> dynamicTest(row[0] + " " + row[1], () -> {
                    double expected = Double.parseDouble(row[2]);
                    assertThat(value(fit(row[0]), row[1])).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
                }));
    }

    private Regression.Fitted fit(String name) {
        return (Regression.Fitted)
                switch (name) {
                    case "market" -> LeastSquares.fit(r, b);
                    case "three_factors" -> {
                        double[] rate = Arrays.stream(rf).map(x -> x * 100).toArray();
                        double[] lagged = new double[b.length];
                        Arrays.setAll(lagged, i -> b[(i + b.length - 1) % b.length]);
                        yield LeastSquares.fit(r, b, rate, lagged);
                    }
                    case "excess" -> {
                        double[] market = Returns.excess(b, rf);
                        double[] squared = Arrays.stream(market).map(x -> x * x).toArray();
                        yield LeastSquares.fit(Returns.excess(r, rf), market, squared);
                    }
                    default -> throw new AssertionError("There is no regression " + name + ".");
                };
    }

    private static double value(Regression.Fitted fit, String name) {
        return switch (name) {
            case "r_squared" -> fit.rSquared();
            case "adjusted_r_squared" -> fit.adjustedRSquared();
            case "residual_error" -> fit.residualError();
            case "degrees_of_freedom" -> fit.degreesOfFreedom();
            default -> {
                int at = name.lastIndexOf('_');
                int index = Integer.parseInt(name.substring(at + 1));
                Regression.Coefficient coefficient =
                        index == 0 ? fit.intercept() : fit.slopes().get(index - 1);
                yield switch (name.substring(0, at)) {
                    case "estimate" -> coefficient.estimate();
                    case "error" -> coefficient.standardError();
                    case "t" -> coefficient.tValue().orElseThrow();
                    case "p" -> fit.pValue(coefficient).orElseThrow();
                    default -> throw new AssertionError("Nothing is compared with " + name + ".");
                };
            }
        };
    }
}
