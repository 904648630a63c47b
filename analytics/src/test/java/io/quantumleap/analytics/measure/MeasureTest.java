package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void neverHoldsNaNOrInfinity() {
        assertThat(Measure.of(Double.NaN)).isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
        assertThat(Measure.of(Double.POSITIVE_INFINITY)).isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
        assertThatThrownBy(() -> new Measure.Value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ratioByZeroNamesItsReason() {
        assertThat(Measure.ratio(1, 0, Reason.NO_DOWNSIDE)).isEqualTo(Measure.unavailable(Reason.NO_DOWNSIDE));
        assertThat(Measure.ratio(1, 4, Reason.NO_DOWNSIDE).orElseThrow()).isEqualTo(0.25);
    }

    @Test
    void mappingKeepsTheReason() {
        assertThat(Measure.unavailable(Reason.NO_TIME).map(x -> x + 1)).isEqualTo(Measure.unavailable(Reason.NO_TIME));
        assertThat(Measure.of(4).map(Math::sqrt)).isEqualTo(Measure.of(2));
        assertThat(Measure.of(-4).map(Math::sqrt)).isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
    }

    @Test
    void throwsTheReasonWhenForced() {
        assertThatThrownBy(() -> Measure.unavailable(Reason.NO_TIME).orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Reason.NO_TIME.sentence());
    }
}
