package io.quantumleap.analytics.attribution;

import io.quantumleap.analytics.attribution.Attribution.Attributed;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Periods of invented weights and returns. */
final class RandomPeriods {

    private RandomPeriods() {}

    static Attributed period(SplittableRandom random, int segments, BrinsonModel model) {
        return BrinsonAttribution.of(
                        weights(random, segments),
                        weights(random, segments),
                        random.doubles(segments, -0.3, 0.35).toArray(),
                        random.doubles(segments, -0.3, 0.35).toArray(),
                        model)
                .orElseThrow();
    }

    private static double[] weights(SplittableRandom random, int segments) {
        double[] raw = random.doubles(segments, 0.01, 1).toArray();
        double sum = Arrays.stream(raw).sum();
        return Arrays.stream(raw).map(w -> w / sum).toArray();
    }
}
