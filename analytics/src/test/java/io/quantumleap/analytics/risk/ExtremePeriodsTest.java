package io.quantumleap.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.analytics.risk.ExtremePeriods.Period;
import org.junit.jupiter.api.Test;

class ExtremePeriodsTest {

    private static final double[] RETURNS = {0.01, -0.02, 0.03, Double.NaN, -0.02, 0.03, 0.0};

    @Test
    void findsTheFirstOfEquals() {
        assertThat(ExtremePeriods.worst(RETURNS, 1)).containsExactly(new Period(1, -0.02));
        assertThat(ExtremePeriods.best(RETURNS, 3))
                .containsExactly(new Period(2, 0.03), new Period(5, 0.03), new Period(0, 0.01));
    }

    @Test
    void givesNoMoreThanThereAre() {
        assertThat(ExtremePeriods.worst(RETURNS, 50)).hasSize(6).first().isEqualTo(new Period(1, -0.02));
        assertThat(ExtremePeriods.worst(RETURNS, 0)).isEmpty();
        assertThat(ExtremePeriods.best(new double[0], 5)).isEmpty();
        assertThatThrownBy(() -> ExtremePeriods.best(RETURNS, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
