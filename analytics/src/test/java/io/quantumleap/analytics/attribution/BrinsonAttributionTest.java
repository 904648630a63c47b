package io.quantumleap.analytics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.attribution.Attribution.Attributed;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BrinsonAttributionTest {

    // The example of Bacon 2008, chapter 5: UK, Japanese and US equities.
    private static final double[] WEIGHTS = {0.4, 0.3, 0.3};
    private static final double[] BENCHMARK_WEIGHTS = {0.4, 0.2, 0.4};
    private static final double[] RETURNS = {0.20, -0.05, 0.06};
    private static final double[] BENCHMARK_RETURNS = {0.10, -0.04, 0.08};

    @Test
    void brinsonHoodBeebowerGivesBaconsExample() {
        Attributed attributed = bacon(BrinsonModel.BRINSON_HOOD_BEEBOWER);
        assertThat(attributed.portfolioReturn()).isCloseTo(0.083, within(1e-16));
        assertThat(attributed.benchmarkReturn()).isCloseTo(0.064, within(1e-16));
        assertEffects(attributed.segments().get(0), 0, 0.04, 0);
        assertEffects(attributed.segments().get(1), -0.004, -0.002, -0.001);
        assertEffects(attributed.segments().get(2), -0.008, -0.008, 0.002);
        assertEffects(attributed.total(), -0.012, 0.03, 0.001);
    }

    @Test
    void brinsonFachlerGivesBaconsExample() {
        Attributed attributed = bacon(BrinsonModel.BRINSON_FACHLER);
        assertEffects(attributed.segments().get(0), 0, 0.04, 0);
        assertEffects(attributed.segments().get(1), -0.0104, -0.002, -0.001);
        assertEffects(attributed.segments().get(2), -0.0016, -0.008, 0.002);
        assertEffects(attributed.total(), -0.012, 0.03, 0.001);
        assertThat(attributed.total().selectionWithInteraction()).isCloseTo(0.031, within(1e-16));
    }

    @Property
    void effectsAddUpToTheExcessReturn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int segments) {
        SplittableRandom random = new SplittableRandom(seed);
        for (BrinsonModel model : BrinsonModel.values()) {
            Attributed attributed = RandomPeriods.period(random, segments, model);
            assertThat(attributed.total().total()).isCloseTo(attributed.excessReturn(), within(1e-14));
        }
    }

    @Test
    void segmentThatOnlyOneSideHoldsNeedsNoReturnOnTheOther() {
        double none = Double.NaN;
        Attributed attributed = BrinsonAttribution.of(
                        new double[] {0.5, 0, 0.5},
                        new double[] {0.5, 0.5, 0},
                        new double[] {0.1, none, 0.3},
                        new double[] {0.1, 0.05, none},
                        BrinsonModel.BRINSON_FACHLER)
                .orElseThrow();
        assertEffects(attributed.segments().get(1), -0.5 * (0.05 - 0.075), 0, 0);
        assertEffects(attributed.segments().get(2), 0.5 * (0.3 - 0.075), 0, 0);
        assertThat(attributed.total().total()).isCloseTo(0.2 - 0.075, within(1e-16));
    }

    @Test
    void oneSegmentIsAllSelection() {
        double[] one = {1};
        Attributed attributed = BrinsonAttribution.of(
                        one, one, new double[] {0.05}, new double[] {0.03}, BrinsonModel.BRINSON_FACHLER)
                .orElseThrow();
        assertEffects(attributed.total(), 0, 0.02, 0);
    }

    @Test
    void namesTheSegmentThatIsNotFinite() {
        double[] returns = {0.1, Double.NaN, 0.2};
        assertThat(BrinsonAttribution.of(
                        WEIGHTS, BENCHMARK_WEIGHTS, returns, BENCHMARK_RETURNS, BrinsonModel.BRINSON_FACHLER))
                .isEqualTo(new Attribution.Unavailable(new AttributionProblem.NotFinite(1)));
        double[] infinite = {0.1, 0.2, Double.POSITIVE_INFINITY};
        assertThat(BrinsonAttribution.of(WEIGHTS, BENCHMARK_WEIGHTS, RETURNS, infinite, BrinsonModel.BRINSON_FACHLER))
                .isEqualTo(new Attribution.Unavailable(new AttributionProblem.NotFinite(2)));
    }

    @Test
    void refusesWeightsThatDoNotAddUpToOne() {
        double[] short_ = {0.4, 0.2, 0.3};
        Attribution attribution =
                BrinsonAttribution.of(WEIGHTS, short_, RETURNS, BENCHMARK_RETURNS, BrinsonModel.BRINSON_FACHLER);
        AttributionProblem problem = ((Attribution.Unavailable) attribution).problem();
        assertThat(problem).isInstanceOf(AttributionProblem.WeightsNotOne.class);
        assertThat(problem.sentence()).contains("0.9");
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(() -> BrinsonAttribution.of(
                        WEIGHTS, new double[] {1}, RETURNS, BENCHMARK_RETURNS, BrinsonModel.BRINSON_FACHLER))
                .isInstanceOf(IllegalArgumentException.class);
        double[] none = {};
        assertThatThrownBy(() -> BrinsonAttribution.of(none, none, none, none, BrinsonModel.BRINSON_FACHLER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Attributed bacon(BrinsonModel model) {
        return BrinsonAttribution.of(WEIGHTS, BENCHMARK_WEIGHTS, RETURNS, BENCHMARK_RETURNS, model)
                .orElseThrow();
    }

    private static void assertEffects(Effects effects, double allocation, double selection, double interaction) {
        assertThat(List.of(effects.allocation(), effects.selection(), effects.interaction()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(allocation, selection, interaction);
    }
}
