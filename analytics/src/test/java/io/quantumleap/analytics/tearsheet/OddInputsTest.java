package io.quantumleap.analytics.tearsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure of the tear sheet, asked of everything that a series can be. */
class OddInputsTest {

    private static final TearSheetConventions DAILY = TearSheetConventions.usual(PeriodsPerYear.DAILY);

    private static Map<String, Measure> measure(double[] returns, double[] benchmark) {
        long[] days = new long[returns.length];
        Arrays.setAll(days, i -> 20_000L + i);
        TearSheetData data = TearSheetData.of(days, returns).against(benchmark);
        TearSheet sheet = TearSheet.of(data, DAILY);
        Map<String, Measure> measures = new LinkedHashMap<>();
        collect("", sheet.risk(), measures);
        collect("", sheet.comparison(), measures);
        collect("", FurtherMeasures.of(data, sheet), measures);
        return measures;
    }

    /** Every measure among the components of a record and of the records inside it. */
    private static void collect(String prefix, Object record, Map<String, Measure> into) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
            String name = prefix + component.getName();
            if (value instanceof Measure measure) {
                into.put(name, measure);
            } else if (value instanceof Record inner) {
                collect(name + ".", inner, into);
            }
        }
    }

    @Test
    void thereAreManyMeasures() {
        assertThat(measure(new double[] {0.1, -0.1}, new double[] {0.2, 0.1}))
                .hasSizeGreaterThan(50)
                .containsKeys(
                        "sharpe", "drawdowns.ulcerIndex", "beta", "capture.up", "cornishFisher.expectedShortfall");
    }

    /** Whatever the finite numbers are, nothing throws, and no measure says that an observation was not finite. */
    @Property(tries = 2_000)
    void finiteNumbersNeverAnswerNotFinite(
            @ForAll @Size(max = 8) double[] returns, @ForAll @Size(min = 8, max = 8) double[] benchmark) {
        double[] other = Arrays.copyOf(benchmark, returns.length);
        assertThat(measure(returns, other))
                .allSatisfy((name, measure) -> assertThat(measure).isNotEqualTo(because(Reason.NOT_FINITE)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneBadNumberIsNamedByEveryMeasure(double bad) {
        double[] good = {0.01, -0.02, 0.03, 0.01};
        assertThat(measure(new double[] {0.01, -0.02, bad, 0.01}, good))
                .allSatisfy((name, measure) -> assertThat(measure).isEqualTo(because(Reason.NOT_FINITE)));
    }

    @Test
    void nothingIsNamedByEveryMeasure() {
        assertThat(measure(new double[0], new double[0]))
                .allSatisfy((name, measure) -> assertThat(measure).isEqualTo(because(Reason.NO_OBSERVATIONS)));
    }

    @Test
    void aConstantSeriesHasNoRatioOfItsDispersion() {
        double[] constant = new double[30];
        Arrays.fill(constant, 0.1 + 0.2);
        Map<String, Measure> measures = measure(constant, constant);
        assertThat(measures.get("volatility")).isEqualTo(Measure.of(0));
        assertThat(measures.get("trackingError")).isEqualTo(Measure.of(0));
        for (String name : new String[] {"sharpe", "skewness", "excessKurtosis", "beta", "alpha", "informationRatio"}) {
            assertThat(measures.get(name)).as(name).isEqualTo(because(Reason.NO_VARIATION));
        }
        for (String name : new String[] {"sortino", "omega", "kappaThree", "gainToPain", "capture.down"}) {
            assertThat(measures.get(name)).as(name).isEqualTo(because(Reason.NO_DOWNSIDE));
        }
        for (String name : new String[] {"calmar", "burke", "martin", "pain"}) {
            assertThat(measures.get(name)).as(name).isEqualTo(because(Reason.NO_DRAWDOWN));
        }
    }

    @Test
    void aTotalLossIsALossOfEverything() {
        Map<String, Measure> measures = measure(new double[] {0.1, -1, 0.2}, new double[] {0.1, 0, 0.1});
        assertThat(measures.get("cumulativeReturn")).isEqualTo(Measure.of(-1));
        assertThat(measures.get("compoundAnnualGrowthRate")).isEqualTo(Measure.of(-1));
        assertThat(measures.get("drawdowns.maximum")).isEqualTo(Measure.of(-1));
        assertThat(measures.get("stability")).isEqualTo(because(Reason.TOTAL_LOSS));
        assertThat(measures.get("calmar")).isEqualTo(Measure.of(-1));
    }

    @Test
    void belowATotalLossNothingCompounds() {
        Map<String, Measure> measures = measure(new double[] {0.1, -1.01, 0.2}, new double[] {0.1, 0, 0.1});
        for (String name : new String[] {
            "cumulativeReturn", "compoundAnnualGrowthRate", "drawdowns.maximum", "calmar", "stability", "activePremium"
        }) {
            assertThat(measures.get(name)).as(name).isEqualTo(because(Reason.BELOW_TOTAL_LOSS));
        }
        assertThat(measures.get("volatility").available()).isTrue();
    }

    @Test
    void whatOverflowsSaysSo() {
        Map<String, Measure> measures = measure(new double[] {1e308, -0.5, 1e308}, new double[] {1e308, -0.5, 0});
        for (String name :
                new String[] {"cumulativeReturn", "volatility", "sharpe", "skewness", "beta", "trackingError"}) {
            assertThat(measures.get(name)).as(name).isEqualTo(because(Reason.OUT_OF_RANGE));
        }
    }

    private static Measure because(Reason reason) {
        return Measure.unavailable(reason);
    }
}
