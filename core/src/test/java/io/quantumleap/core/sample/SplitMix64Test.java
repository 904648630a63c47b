package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

    private static final int DRAWS = 200_000;

    private final SplitMix64 random = new SplitMix64(1234567);

    @Test
    void givesThePublishedNumbersForASeed() {
        assertThat(LongStream.generate(random::nextLong).limit(5).mapToObj(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void drawsUniformNumbersFromZeroToBelowOne() {
        double[] draws = draw(random::uniform);
        assertThat(DoubleStream.of(draws).min().orElseThrow()).isBetween(0.0, 0.001);
        assertThat(DoubleStream.of(draws).max().orElseThrow())
                .isBetween(0.999, 1.0)
                .isLessThan(1);
        assertThat(mean(draws)).isCloseTo(0.5, within(0.003));
    }

    @Test
    void drawsNormalNumbersOfVarianceOneWithThinTails() {
        double[] draws = draw(random::gaussian);
        assertThat(mean(draws)).isCloseTo(0, within(0.01));
        assertThat(moment(draws, 2)).isCloseTo(1, within(0.015));
        assertThat(moment(draws, 4)).isCloseTo(3, within(0.1));
    }

    @Test
    void drawsStudentNumbersOfVarianceOneWithFatTails() {
        double[] draws = draw(() -> random.studentT(5));
        assertThat(mean(draws)).isCloseTo(0, within(0.01));
        assertThat(moment(draws, 2)).isCloseTo(1, within(0.03));
        assertThat(moment(draws, 4)).isGreaterThan(5);
    }

    private static double[] draw(DoubleSupplier distribution) {
        return DoubleStream.generate(distribution).limit(DRAWS).toArray();
    }

    private static double mean(double[] draws) {
        return moment(draws, 1);
    }

    private static double moment(double[] draws, int order) {
        return DoubleStream.of(draws).map(draw -> Math.pow(draw, order)).sum() / draws.length;
    }
}
