package io.quantumleap.analytics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.attribution.Attribution.Attributed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CarinoLinkingTest {

    @Test
    void twoPeriodsByHand() {
        // R = (0.083, -0.02), B = (0.064, 0.01); values from Python's decimal module with 50 digits.
        Attributed first = bacon();
        Attributed second = new Attributed(
                -0.02, 0.01, List.of(new Effects(-0.01, -0.025, 0.005)), new Effects(-0.01, -0.025, 0.005));
        Attributed single = new Attributed(0.083, 0.064, List.of(first.total()), first.total());
        Attributed linked = CarinoLinking.link(List.of(single, second)).orElseThrow();
        assertThat(linked.portfolioReturn()).isCloseTo(0.06134, within(1e-16));
        assertThat(linked.benchmarkReturn()).isCloseTo(0.07464, within(1e-16));
        assertThat(linked.total().allocation()).isCloseTo(-0.022672806799819062, within(1e-16));
        assertThat(linked.total().selection()).isCloseTo(0.003010805254405639, within(1e-16));
        assertThat(linked.total().interaction()).isCloseTo(0.006362001545413423, within(1e-16));
    }

    @Property(tries = 500)
    void linkedEffectsAddUpToTheCompoundedExcessReturn(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int periods,
            @ForAll @IntRange(min = 1, max = 12) int segments) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Attributed> all = new ArrayList<>();
        double portfolio = 1;
        double benchmark = 1;
        for (int t = 0; t < periods; t++) {
            Attributed period = RandomPeriods.period(random, segments, BrinsonModel.BRINSON_FACHLER);
            all.add(period);
            portfolio *= 1 + period.portfolioReturn();
            benchmark *= 1 + period.benchmarkReturn();
        }
        Attributed linked = CarinoLinking.link(all).orElseThrow();
        double scale = Math.max(portfolio, benchmark);
        assertThat(linked.portfolioReturn()).isCloseTo(portfolio - 1, within(1e-13 * scale));
        assertThat(linked.benchmarkReturn()).isCloseTo(benchmark - 1, within(1e-13 * scale));
        assertThat(linked.total().total()).isCloseTo(linked.excessReturn(), within(1e-13 * scale));
        double bySegment =
                linked.segments().stream().mapToDouble(Effects::total).sum();
        assertThat(bySegment).isCloseTo(linked.excessReturn(), within(1e-13 * scale));
    }

    @Test
    void onePeriodIsItself() {
        Attributed period = bacon();
        Attributed linked = CarinoLinking.link(List.of(period)).orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThat(linked.segments().get(i).total())
                    .isCloseTo(period.segments().get(i).total(), within(1e-16));
        }
    }

    @Test
    void equalReturnsLinkByTheLimitOfTheFactor() {
        Effects offsetting = new Effects(0.01, -0.01, 0);
        Attributed period = new Attributed(0.05, 0.05, List.of(offsetting), offsetting);
        Attributed linked = CarinoLinking.link(List.of(period, period)).orElseThrow();
        // Every factor is 1 / 1.05 and the whole one 1 / 1.1025.
        assertThat(linked.total().allocation()).isCloseTo(2 * 0.01 * 1.05, within(1e-16));
        assertThat(linked.excessReturn()).isZero();
    }

    @Test
    void saysWhichPeriodCannotBeLinked() {
        Effects effects = new Effects(-1.05, 0, 0);
        Attributed loss = new Attributed(-1, 0.05, List.of(effects), effects);
        Attributed fine = new Attributed(0.05, 0.05, List.of(Effects.NONE), Effects.NONE);
        assertThat(CarinoLinking.link(List.of(fine, loss)))
                .isEqualTo(new Attribution.Unavailable(new AttributionProblem.TotalLoss(1)));
        assertThat(CarinoLinking.link(List.of()))
                .isEqualTo(new Attribution.Unavailable(new AttributionProblem.NoPeriods()));
        Attributed huge = new Attributed(1e300, 0, List.of(new Effects(1e300, 0, 0)), new Effects(1e300, 0, 0));
        assertThat(CarinoLinking.link(List.of(huge, huge)))
                .isEqualTo(new Attribution.Unavailable(new AttributionProblem.OutOfRange()));
    }

    @Test
    void refusesPeriodsOfDifferentSegments() {
        Attributed one = new Attributed(0.05, 0.05, List.of(Effects.NONE), Effects.NONE);
        assertThatThrownBy(() -> CarinoLinking.link(List.of(one, bacon())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Attributed bacon() {
        return BrinsonAttribution.of(
                        new double[] {0.4, 0.3, 0.3},
                        new double[] {0.4, 0.2, 0.4},
                        new double[] {0.20, -0.05, 0.06},
                        new double[] {0.10, -0.04, 0.08},
                        BrinsonModel.BRINSON_FACHLER)
                .orElseThrow();
    }
}
