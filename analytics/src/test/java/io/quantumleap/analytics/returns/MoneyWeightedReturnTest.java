package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyWeightedReturnTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    /** The example of Microsoft's documentation of XIRR, which gives 0.373362535. */
    @Test
    void answersTheDocumentedExampleOfExcel() {
        Measure rate = MoneyWeightedReturn.annualRate(List.of(
                new CashFlow(LocalDate.of(2008, 1, 1), -10_000),
                new CashFlow(LocalDate.of(2008, 3, 1), 2_750),
                new CashFlow(LocalDate.of(2008, 10, 30), 4_250),
                new CashFlow(LocalDate.of(2009, 2, 15), 3_250),
                new CashFlow(LocalDate.of(2009, 4, 1), 2_750)));
        assertThat(rate.orElseThrow()).isCloseTo(0.373362535, within(5e-9));
    }

    @Test
    void oneYearIsThePlainReturn() {
        assertThat(rate(0, -100, 365, 108).orElseThrow()).isCloseTo(0.08, within(1e-15));
        assertThat(rate(0, -100, 365, 100).orElseThrow()).isCloseTo(0, within(1e-15));
        assertThat(rate(0, 100, 365, -108).orElseThrow()).isCloseTo(0.08, within(1e-15));
    }

    @Test
    void findsRatesFarFromZero() {
        assertThat(rate(0, -100, 1, 150).orElseThrow() / Math.expm1(365 * Math.log(1.5)))
                .isCloseTo(1, within(1e-11));
        assertThat(rate(0, -100, 365, 1e-6).orElseThrow()).isCloseTo(-1 + 1e-8, within(1e-15));
        assertThat(rate(0, -1, 3650, 1e9).orElseThrow()).isCloseTo(Math.pow(1e9, 0.1) - 1, within(1e-12));
        assertThat(rate(0, -1, 1, 1e3)).isEqualTo(Measure.unavailable(Reason.OUT_OF_RANGE));
    }

    @Test
    void flowsOfOneSignHaveNoRate() {
        assertThat(rate(0, -100, 365, -5)).isEqualTo(Measure.unavailable(Reason.NO_SIGN_CHANGE));
        assertThat(rate(0, -100, 365, 0)).isEqualTo(Measure.unavailable(Reason.NO_SIGN_CHANGE));
        assertThat(MoneyWeightedReturn.annualRate(List.of())).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
    }

    @Test
    void flowsOnOneDayHaveNoRate() {
        assertThat(rate(0, -100, 0, 105)).isEqualTo(Measure.unavailable(Reason.NO_TIME));
    }

    /** The textbook case of two rates: -1,600, 10,000, -10,000 yearly solves at 25 % and at 400 %. */
    @Test
    void namesSeveralRoots() {
        assertThat(rate(0, -1_600, 365, 10_000, 730, -10_000)).isEqualTo(Measure.unavailable(Reason.SEVERAL_ROOTS));
    }

    @Test
    void namesFlowsThatNoRateSolves() {
        assertThat(rate(0, 100, 365, -150, 730, 100)).isEqualTo(Measure.unavailable(Reason.NO_CONVERGENCE));
    }

    @Test
    void withdrawalsBetweenDepositsDoNotMakeTheAnswerAmbiguous() {
        Measure rate = rate(0, -100, 100, -50, 200, 80, 300, -40, 400, 30, 500, -10, 600, 115);
        assertThat(presentValue(rate.orElseThrow(), 0, -100, 100, -50, 200, 80, 300, -40, 400, 30, 500, -10, 600, 115))
                .isCloseTo(0, within(1e-11));
    }

    /** Three sign changes, three rates: (x-1.1)(x-1.2)(x-1.3) in yearly discount terms. */
    @Test
    void searchesAllTurningPoints() {
        assertThat(rate(0, 1_000, 365, -3_600, 730, 4_310, 1095, -1_716))
                .isEqualTo(Measure.unavailable(Reason.SEVERAL_ROOTS));
        // The cubic (x-1.1)(x^2+1) has three sign changes and one root.
        assertThat(rate(0, 10, 365, -11, 730, 10, 1095, -11).orElseThrow()).isCloseTo(0.1, within(1e-13));
    }

    @Test
    void refusesAmountsThatAreNotFinite() {
        assertThatThrownBy(() -> new CashFlow(START, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void findsTheRateThatAnAccountEarned(
            @ForAll @DoubleRange(min = -0.9, max = 5) double rate,
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -0.5, max = 2) Double> shares,
            @ForAll @IntRange(min = 1, max = 90) int gap) {
        List<CashFlow> flows = new ArrayList<>(List.of(new CashFlow(START, -100)));
        double balance = 100;
        double growth = Math.pow(1 + rate, gap / 365.0);
        for (int i = 1; i <= shares.size(); i++) {
            balance *= growth;
            double paidIn = balance * shares.get(i - 1);
            flows.add(new CashFlow(START.plusDays((long) i * gap), -paidIn));
            balance += paidIn;
        }
        flows.add(new CashFlow(START.plusDays((shares.size() + 1L) * gap), balance * growth));
        assertThat(MoneyWeightedReturn.annualRate(flows).orElseThrow()).isCloseTo(rate, within(1e-9));
    }

    private static Measure rate(double... daysAndAmounts) {
        List<CashFlow> flows = new ArrayList<>();
        for (int i = 0; i < daysAndAmounts.length; i += 2) {
            flows.add(new CashFlow(START.plusDays((long) daysAndAmounts[i]), daysAndAmounts[i + 1]));
        }
        return MoneyWeightedReturn.annualRate(flows);
    }

    private static double presentValue(double rate, double... daysAndAmounts) {
        double sum = 0;
        for (int i = 0; i < daysAndAmounts.length; i += 2) {
            sum += daysAndAmounts[i + 1] / Math.pow(1 + rate, daysAndAmounts[i] / 365);
        }
        return sum;
    }
}
