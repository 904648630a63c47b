package io.quantumleap.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class PartialMomentsTest {

    /** Around 0.01 the distances are 0.03, -0.04, 0 and 0.01. */
    private final PartialMoments worked = PartialMoments.of(new double[] {0.04, -0.03, 0.01, 0.02}, 0.01);

    @Test
    void splitsTheReturnsAtTheTarget() {
        assertThat(worked.above()).isEqualTo(2);
        assertThat(worked.below()).isEqualTo(1);
        assertClose(worked.upsidePotential(), 0.04 / 4);
        assertClose(worked.downsidePotential(), 0.04 / 4);
        assertClose(worked.upsideDeviation(), Math.sqrt(0.0010 / 4));
        assertClose(worked.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS), 0.02);
        assertClose(worked.semivariance(), 0.0004);
        assertClose(worked.upsideFrequency(), 0.5);
        assertClose(worked.downsideFrequency(), 0.25);
        assertClose(worked.omega(), 1);
        assertThat(worked.volatilitySkewness().orElseThrow()).isCloseTo(0.0010 / 0.0016, within(1e-15));
        assertThat(worked.variabilitySkewness().orElseThrow()).isCloseTo(Math.sqrt(0.0010 / 0.0016), within(1e-15));
        assertClose(worked.upsidePotentialRatio(DownsideDivisor.ALL_OBSERVATIONS), 0.5);
    }

    @Test
    void withoutDownsideThereIsNothingToDivideBy() {
        PartialMoments rising = PartialMoments.of(new double[] {0.1, 0}, 0);
        assertThat(rising.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS)).isEqualTo(Measure.of(0));
        assertThat(rising.downsideDeviation(DownsideDivisor.OBSERVATIONS_BELOW_TARGET))
                .isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(rising.upsidePotentialRatio(DownsideDivisor.ALL_OBSERVATIONS))
                .isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(rising.omega()).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-16));
    }
}
