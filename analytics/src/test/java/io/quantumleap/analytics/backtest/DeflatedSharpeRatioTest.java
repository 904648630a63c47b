package io.quantumleap.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeflatedSharpeRatioTest {

    // Bailey and López de Prado 2014, the numerical example: annual ratio 2.5 from 1250 daily returns (250 a year),
    // skewness -3,
    // kurtosis 10, variance of the trials' annual ratios 1/2.
    private static final double DAILY = 2.5 / Math.sqrt(250);
    private static final double VARIANCE = 0.5 / 250;

    @Test
    void hundredTrialsGiveTheNumbersOfThePaper() {
        double threshold = DeflatedSharpeRatio.expectedByLuck(100, VARIANCE);
        assertThat(threshold).isCloseTo(0.1132, within(5e-5));
        assertThat(DeflatedSharpeRatio.of(DAILY, threshold, 1250, -3, 10).orElseThrow())
                .isCloseTo(0.9004, within(5e-5));
    }

    @Test
    void fewerTrialsOrNormalReturnsGiveTheConfidenceOfThePaper() {
        double fortySix = DeflatedSharpeRatio.expectedByLuck(46, VARIANCE);
        assertThat(DeflatedSharpeRatio.of(DAILY, fortySix, 1250, -3, 10).orElseThrow())
                .isCloseTo(0.9505, within(5e-5));
        double eightyEight = DeflatedSharpeRatio.expectedByLuck(88, VARIANCE);
        assertThat(DeflatedSharpeRatio.of(DAILY, eightyEight, 1250, 0, 3).orElseThrow())
                .isCloseTo(0.9505, within(5e-5));
    }

    @Test
    void oneTrialIsTheProbabilisticSharpeRatioAgainstZero() {
        double[] returns = {0.02, -0.01, 0.03, 0.01, -0.02, 0.015};
        var assessment = DeflatedSharpeRatio.assess(returns, 1, 0.3, PeriodsPerYear.DAILY);
        // scipy: norm.cdf(sr*sqrt(5)/sqrt(1-skew(x)*sr+(kurtosis(x,fisher=False)-1)/4*sr*sr)), sr = mean/std(ddof=1).
        assertThat(assessment.sharpe().orElseThrow()).isCloseTo(0.39666441401095875, within(1e-14));
        assertThat(assessment.deflated().orElseThrow()).isCloseTo(0.791923502310067, within(1e-13));
        assertThat(assessment.expectedByLuck()).isEqualTo(new Measure.Value(0));
        assertThat(assessment.annualised().orElseThrow())
                .isCloseTo(0.39666441401095875 * Math.sqrt(252), within(1e-13));
    }

    @Test
    void bestOfManyTrialsWithoutSkillIsRarelyBelieved() {
        SplittableRandom random = new SplittableRandom(20);
        int believed = 0;
        for (int run = 0; run < 100; run++) {
            List<double[]> trials = java.util.stream.IntStream.range(0, 50)
                    .mapToObj(i -> random.doubles(250, -0.01, 0.01).toArray())
                    .toList();
            int best = best(trials);
            believed += DeflatedSharpeRatio.assess(trials, best, PeriodsPerYear.DAILY)
                                    .deflated()
                                    .orElseThrow()
                            > 0.95
                    ? 1
                    : 0;
        }
        assertThat(believed).isLessThan(10);
    }

    private static int best(List<double[]> trials) {
        int best = 0;
        for (int i = 1; i < trials.size(); i++) {
            best = Arrays.stream(trials.get(i)).sum()
                            > Arrays.stream(trials.get(best)).sum()
                    ? i
                    : best;
        }
        return best;
    }

    @Test
    void saysWhyThereIsNoRatio() {
        assertThat(DeflatedSharpeRatio.assess(new double[] {0.01, 0.01}, 5, 0.1, PeriodsPerYear.DAILY)
                        .deflated())
                .isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
        assertThat(DeflatedSharpeRatio.assess(new double[0], 5, 0.1, PeriodsPerYear.DAILY)
                        .sharpe())
                .isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(DeflatedSharpeRatio.assess(new double[] {0.01}, 5, 0.1, PeriodsPerYear.DAILY)
                        .sharpe())
                .isEqualTo(Measure.unavailable(Reason.TOO_FEW_OBSERVATIONS));
        assertThat(DeflatedSharpeRatio.of(Double.NaN, 0, 10, 0, 3)).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThatThrownBy(() -> DeflatedSharpeRatio.expectedByLuck(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeflatedSharpeRatio.expectedByLuck(5, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
