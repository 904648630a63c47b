package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import org.junit.jupiter.api.Test;

class ModifiedDietzTest {

    /** Worked by hand: 74.2 grows to 104.4 in a month of 31 days with 37.1 paid in on day 14; weight 17/31 at its end. */
    @Test
    void weighsFlowsByTheDaysTheyWereInvested() {
        assertThat(measure(FlowTiming.END_OF_DAY).orElseThrow())
                .isCloseTo((104.4 - 74.2 - 37.1) / (74.2 + 37.1 * 17 / 31), within(1e-15));
        assertThat(measure(FlowTiming.START_OF_DAY).orElseThrow())
                .isCloseTo((104.4 - 74.2 - 37.1) / (74.2 + 37.1 * 18 / 31), within(1e-15));
    }

    private static Measure measure(FlowTiming timing) {
        return ModifiedDietz.measure(74.2, 104.4, new double[] {37.1}, new int[] {14}, 31, timing);
    }

    @Test
    void hasNoAnswerWithoutCapital() {
        assertThat(ModifiedDietz.measure(0, 5, new double[0], new int[0], 30, FlowTiming.END_OF_DAY))
                .isEqualTo(Measure.unavailable(Reason.NO_CAPITAL));
        assertThat(ModifiedDietz.measure(Double.NaN, 5, new double[0], new int[0], 30, FlowTiming.END_OF_DAY))
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
    }

    @Test
    void refusesFlowsOutsideThePeriod() {
        assertThatThrownBy(
                        () -> ModifiedDietz.measure(1, 1, new double[] {1}, new int[] {32}, 31, FlowTiming.END_OF_DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
