package io.quantumleap.analytics.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PortfolioHealthTest {

    private static final HealthConventions USUAL = HealthConventions.usual();
    private static final Measure NONE = Measure.unavailable(Reason.NO_OBSERVATIONS);

    @Test
    void measuresDiversificationByTheHerfindahlIndex() {
        PortfolioHealth ten = health(equal(10));

        assertThat(ten.concentration().orElseThrow()).isCloseTo(0.1, within(1e-15));
        assertThat(ten.diversification().orElseThrow()).isCloseTo(90, within(1e-12));
        assertThat(health(new double[] {5}).diversification().orElseThrow()).isZero();
    }

    @Test
    void addsUpTheRisksThatStandOut() {
        PortfolioHealth health = PortfolioHealth.of(
                new double[] {30, 30, 40}, Measure.of(0.8), Measure.of(0.3), Measure.of(-0.12), USUAL);

        assertThat(health.factors())
                .containsExactly(
                        new RiskFactor(RiskFactor.Kind.LARGEST_HOLDING, RiskLevel.CRITICAL, 0.4, 0.25),
                        new RiskFactor(RiskFactor.Kind.VOLATILITY, RiskLevel.HIGH, 0.3, 0.25),
                        new RiskFactor(RiskFactor.Kind.CURRENT_DRAWDOWN, RiskLevel.MEDIUM, 0.12, 0.10));
        assertThat(health.level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(health.risk().orElseThrow()).isEqualTo(100 - 10 - 30 - 20 - 10);
        double diversification = 100 * (1 - (0.09 + 0.09 + 0.16));
        assertThat(health.overall().orElseThrow())
                .isCloseTo((0.35 * 80 + 0.25 * diversification + 0.25 * 30) / 0.85, within(1e-12));
    }

    @Test
    void takesTwoMediumRisksForAHighOne() {
        PortfolioHealth one = PortfolioHealth.of(equal(20), NONE, Measure.of(0.2), Measure.of(-0.01), USUAL);
        PortfolioHealth two = PortfolioHealth.of(equal(20), NONE, Measure.of(0.2), Measure.of(-0.1), USUAL);

        assertThat(one.level()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(two.level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void leavesOutWhatCannotBeHad() {
        PortfolioHealth bare = health(equal(4));
        PortfolioHealth nothing = health(new double[0]);

        assertThat(bare.performance()).isEqualTo(NONE);
        assertThat(bare.overall().orElseThrow()).isCloseTo((0.25 * 75 + 0.25 * 60) / 0.5, within(1e-12));
        assertThat(nothing.overall().available()).isFalse();
        assertThat(nothing.risk()).isEqualTo(Measure.unavailable(Reason.NO_CAPITAL));
        assertThat(nothing.factors()).isEmpty();
        assertThat(nothing.level()).isEqualTo(RiskLevel.LOW);
    }

    @Test
    void saysWhatWouldBringARiskBackToItsLine() {
        PortfolioHealth health =
                PortfolioHealth.of(new double[] {60, 40}, NONE, Measure.of(0.5), Measure.of(-0.2), USUAL);
        double largest = health.factors().get(0).remedy();
        // 60 - x of 100 - x are a quarter.
        assertThat((60 - 100 * largest) / (100 - 100 * largest)).isCloseTo(0.25, within(1e-12));
        assertThat(0.5 * (1 - health.factors().get(1).remedy())).isCloseTo(0.4, within(1e-12));
        assertThat(0.8 * (1 + health.factors().get(2).remedy())).isCloseTo(1, within(1e-12));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> health(new double[] {-1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> health(new double[] {Double.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lines(0.2, 0.1, 0.3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lines(0, 0.1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void staysBetweenNothingAndAHundredWhateverTheSizeOfTheMoney(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1e9) Double> worth,
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll @DoubleRange(min = 0, max = 3) double volatility) {
        double[] values = worth.stream().mapToDouble(Double::doubleValue).toArray();
        PortfolioHealth health = PortfolioHealth.of(
                values, Measure.of(probability), Measure.of(volatility), Measure.of(-volatility / 4), USUAL);
        double[] larger = Arrays.stream(values).map(value -> value * 1024).toArray();

        for (Measure yardstick : new Measure[] {health.performance(), health.risk(), health.overall()}) {
            assertThat(yardstick.orElse(0)).isBetween(0.0, 100.0);
        }
        assertThat(health.diversification().orElse(0)).isBetween(-1e-9, 100.0);
        assertThat(PortfolioHealth.of(
                        larger, Measure.of(probability), Measure.of(volatility), Measure.of(-volatility / 4), USUAL))
                .isEqualTo(health);
    }

    private static PortfolioHealth health(double[] values) {
        return PortfolioHealth.of(values, NONE, NONE, NONE, USUAL);
    }

    private static double[] equal(int count) {
        double[] values = new double[count];
        Arrays.fill(values, 1);
        return values;
    }
}
