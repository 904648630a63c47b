package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final double[][] WEIGHTS = {{0.6, 0.5}, {0.4, 0.4}};
    private static final double[][] RETURNS = {{0.10, -0.04}, {0.05, 0.20}};

    /** By hand: the whole earns 0.08 and then 0.06; the second period counts with a capital of 1.08. */
    @Test
    void addsUpWhatEachHoldingAddedToTheStartingCapital() {
        Contribution contribution = Contribution.of(WEIGHTS, RETURNS, ContributionLinking.GROWN_CAPITAL);
        assertClose(contribution.holdings().get(0), 0.06 - 1.08 * 0.02);
        assertClose(contribution.holdings().get(1), 0.02 + 1.08 * 0.08);
        assertClose(contribution.total(), 1.08 * 1.06 - 1);
    }

    @Test
    void carinoFactorsByHand() {
        Contribution contribution = Contribution.of(WEIGHTS, RETURNS, ContributionLinking.CARINO);
        double scale = Math.log(1.08 * 1.06) / (1.08 * 1.06 - 1);
        double first = Math.log(1.08) / 0.08 / scale;
        double second = Math.log(1.06) / 0.06 / scale;
        assertClose(contribution.holdings().get(0), 0.06 * first - 0.02 * second);
        assertClose(contribution.holdings().get(1), 0.02 * first + 0.08 * second);
    }

    @Property(tries = 200)
    void contributionsAddUpToTheTotal(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int holdings,
            @ForAll @IntRange(min = 1, max = 60) int periods) {
        Random random = new Random(seed);
        double[][] weights = new double[holdings][];
        double[][] returns = new double[holdings][];
        for (int i = 0; i < holdings; i++) {
            weights[i] = random.doubles(periods, 0, 1.0 / holdings).toArray();
            returns[i] = random.doubles(periods, -0.1, 0.12).toArray();
        }
        for (ContributionLinking linking : ContributionLinking.values()) {
            Contribution contribution = Contribution.of(weights, returns, linking);
            double sum = contribution.holdings().stream()
                    .mapToDouble(Measure::orElseThrow)
                    .sum();
            double total = contribution.total().orElseThrow();
            assertThat(sum).isCloseTo(total, within(1e-13 * Math.max(1, Math.abs(total))));
        }
    }

    @Test
    void periodsWithoutReturnUseTheLimitOfTheFactor() {
        Contribution contribution =
                Contribution.of(new double[][] {{1, 1}}, new double[][] {{0, 0}}, ContributionLinking.CARINO);
        assertThat(contribution.holdings()).containsExactly(Measure.of(0));
    }

    @Test
    void whatCannotBeHadHasAReason() {
        double[][] all = {{1, 1}};
        assertThat(Contribution.of(all, new double[][] {{-1, 0.1}}, ContributionLinking.CARINO)
                        .holdings())
                .containsExactly(Measure.unavailable(Reason.TOTAL_LOSS));
        assertThat(Contribution.of(all, new double[][] {{-1, 0.1}}, ContributionLinking.GROWN_CAPITAL)
                        .holdings())
                .containsExactly(Measure.of(-1));
        assertThat(Contribution.of(all, new double[][] {{0.1, Double.NaN}}, ContributionLinking.CARINO)
                        .total())
                .isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(Contribution.of(new double[0][], new double[0][], ContributionLinking.CARINO)
                        .total())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThatThrownBy(() -> Contribution.of(all, new double[][] {{1}}, ContributionLinking.CARINO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Contribution.of(all, new double[0][], ContributionLinking.CARINO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currencyReturnsMultiply() {
        CurrencyReturn parts = CurrencyReturn.of(new double[] {0.10, 0.05}, new double[] {-0.02, 0.01});
        assertClose(parts.local(), 1.10 * 1.05 - 1);
        assertClose(parts.currency(), 0.98 * 1.01 - 1);
        assertClose(parts.base(), 1.10 * 1.05 * 0.98 * 1.01 - 1);
        assertClose(parts.currencyEffect(), 1.10 * 1.05 * (0.98 * 1.01 - 1));
        assertThat(CurrencyReturn.of(new double[] {-2}, new double[] {0}).currencyEffect())
                .isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
    }

    private static void assertClose(Measure measure, double expected) {
        assertThat(measure.orElseThrow()).isCloseTo(expected, within(1e-15));
    }
}
