package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeWeightedReturnTest {

    /**
     * Worked by hand: 100 earns 10 %, then 90 come in at the start of a day that earns 5 % on 200, then 60 go out at the end
     * of a day that leaves 159 + 60 from 210: 219/210 - 1.
     */
    @Test
    void inflowsCountAtTheStartAndOutflowsAtTheEndOfTheirDay() {
        LinkedReturns linked =
                linked(new double[] {100, 110, 210, 159}, new double[] {0, 0, 90, 0}, new double[] {0, 0, 0, 60});
        assertThat(linked.returns()).containsExactly(new double[] {0.1, 0.05, 9.0 / 210}, within(1e-15));
        assertThat(linked.total().orElseThrow()).isCloseTo(1.1 * 1.05 * 219 / 210 - 1, within(1e-15));
        assertThat(linked.ends()).containsExactly(1, 2, 3);
        assertThat(linked.growth()[3]).isCloseTo(1.1 * 1.05 * 219 / 210, within(1e-15));
    }

    @Test
    void theFirstDepositStartsTheMeasureOnItsOwnDay() {
        LinkedReturns linked = linked(new double[] {0, 101}, new double[] {0, 100}, new double[2]);
        assertThat(linked.returns()).containsExactly(new double[] {0.01}, within(1e-15));
    }

    @Test
    void aFlowAloneIsNoReturnHoweverItsSumIsRounded() {
        assertThat(1000.1 + 0.2).isNotEqualTo(1000.3);

        LinkedReturns linked = linked(new double[] {1000.3, 1000.1}, new double[2], new double[] {0, 0.2});

        assertThat(linked.returns()).containsExactly(0);
    }

    @Test
    void theSmallestChangeWithoutAFlowIsAReturn() {
        LinkedReturns linked = linked(new double[] {1, Math.nextUp(1.0)}, new double[2], new double[2]);

        assertThat(linked.returns()[0]).isPositive();
    }

    @Test
    void daysWithNothingInvestedAreLeftOut() {
        LinkedReturns linked = linked(
                new double[] {0, 0, 100, 0, 0, 55}, new double[] {0, 0, 100, 0, 0, 50}, new double[] {0, 0, 0, 110, 0, 0
                });
        assertThat(linked.ends()).containsExactly(2, 3, 5);
        assertThat(linked.returns()).containsExactly(new double[] {0, 0.1, 0.1}, within(1e-15));
    }

    @Test
    void valueOutOfNothingIsRefusedWhereItShows() {
        assertThat(TimeWeightedReturn.link(new double[] {100, 0, 5}, new double[3], new double[] {0, 100, 0}))
                .isEqualTo(new Linking.Refused(Reason.NO_CAPITAL, 2));
        assertThat(TimeWeightedReturn.link(new double[] {-5, 5})).isEqualTo(new Linking.Refused(Reason.NO_CAPITAL, 1));
        assertThat(TimeWeightedReturn.link(new double[] {1, Double.NaN}))
                .isEqualTo(new Linking.Refused(Reason.NOT_FINITE, 1));
    }

    @Test
    void losingMoreThanAllIsAReturnThatCannotBeCompounded() {
        LinkedReturns linked = linked(new double[] {100, -50}, new double[2], new double[2]);
        assertThat(linked.returns()).containsExactly(-1.5);
        assertThat(linked.total()).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
    }

    @Test
    void oneValuationOrNoneGivesNoReturn() {
        assertThat(linked(new double[] {100}, new double[1], new double[1]).total())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(linked(new double[0], new double[0], new double[0]).count()).isZero();
    }

    @Test
    void refusesNegativeFlowsAndUnequalLengths() {
        assertThatThrownBy(() -> TimeWeightedReturn.link(new double[2], new double[] {0, -1}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeWeightedReturn.link(new double[2], new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void flowsNeverChangeTheReturn(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -0.5, max = 0.5) Double> drawn,
            @ForAll @Size(min = 50, max = 50) List<@DoubleRange(min = 0, max = 1000) Double> paidIn,
            @ForAll @Size(min = 50, max = 50) List<@DoubleRange(min = 0, max = 0.9) Double> shareOut) {
        double[] returns = drawn.stream().mapToDouble(x -> x).toArray();
        int n = returns.length + 1;
        double[] values = new double[n];
        double[] inflows = new double[n];
        double[] outflows = new double[n];
        values[0] = 100;
        for (int i = 1; i < n; i++) {
            inflows[i] = paidIn.get(i - 1);
            double grown = (values[i - 1] + inflows[i]) * (1 + returns[i - 1]);
            outflows[i] = grown * shareOut.get(i - 1);
            values[i] = grown - outflows[i];
        }
        assertThat(linked(values, inflows, outflows).returns()).containsExactly(returns, within(1e-12));
    }

    private static LinkedReturns linked(double[] values, double[] inflows, double[] outflows) {
        return (LinkedReturns) TimeWeightedReturn.link(values, inflows, outflows);
    }
}
