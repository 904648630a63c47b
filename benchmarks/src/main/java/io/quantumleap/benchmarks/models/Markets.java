package io.quantumleap.benchmarks.models;

import java.util.SplittableRandom;

/** Invented returns with a common factor; the same for the same numbers. */
final class Markets {

    private Markets() {}

    static double[][] returns(int assets, int periods) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        double[] market = random.doubles(periods, -0.02, 0.0206).toArray();
        double[][] returns = new double[assets][];
        for (int asset = 0; asset < assets; asset++) {
            double sensitivity = random.nextDouble(0.4, 1.5);
            double[] own = random.doubles(periods, -0.02, 0.0203).toArray();
            for (int t = 0; t < periods; t++) {
                own[t] += sensitivity * market[t];
            }
            returns[asset] = own;
        }
        return returns;
    }

    static double[] expectedReturns(int assets) {
        return new SplittableRandom(7).doubles(assets, 0.02, 0.14).toArray();
    }
}
