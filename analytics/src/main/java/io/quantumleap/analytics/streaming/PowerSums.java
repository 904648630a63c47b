package io.quantumleap.analytics.streaming;

import io.quantumleap.analytics.measure.Moments;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/** The sums of the first four powers of observations; central moments follow from them exactly at the end. */
final class PowerSums implements Serializable {

    private static final long serialVersionUID = 1;
    private static final MathContext WIDE = new MathContext(80);

    private long count;
    private final WideSum first = new WideSum();
    private final WideSum second = new WideSum();
    private final WideSum third = new WideSum();
    private final WideSum fourth = new WideSum();
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    void add(double x) {
        double square = x * x;
        double squareLost = Math.fma(x, x, -square);
        double cube = square * x;
        double quartic = square * square;
        count++;
        first.add(x);
        second.add(square, squareLost);
        third.add(cube, Math.fma(square, x, -cube) + squareLost * x);
        fourth.add(quartic, Math.fma(square, square, -quartic) + 2 * square * squareLost);
        minimum = Math.min(minimum, x);
        maximum = Math.max(maximum, x);
    }

    void add(PowerSums other) {
        count += other.count;
        first.add(other.first);
        second.add(other.second);
        third.add(other.third);
        fourth.add(other.fourth);
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
    }

    long count() {
        return count;
    }

    /** Whether every observation was finite, if there is one. */
    boolean finite() {
        return Double.isFinite(minimum) && Double.isFinite(maximum);
    }

    Moments moments() {
        if (count == 0) {
            return Moments.NONE;
        }
        if (!(first.isFinite() && second.isFinite() && third.isFinite() && fourth.isFinite())) {
            return new Moments(count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, minimum, maximum);
        }
        if (minimum == maximum) {
            return new Moments(count, minimum, 0, 0, 0, minimum, maximum);
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal mean = first.exact().divide(n, WIDE);
        BigDecimal square = mean.multiply(mean, WIDE);
        BigDecimal s2 = second.exact();
        BigDecimal s3 = third.exact();
        BigDecimal m2 = s2.subtract(n.multiply(square));
        BigDecimal m3 = s3.subtract(mean.multiply(s2).multiply(number(3)))
                .add(n.multiply(square).multiply(mean).multiply(number(2)));
        BigDecimal m4 = fourth.exact()
                .subtract(mean.multiply(s3).multiply(number(4)))
                .add(square.multiply(s2).multiply(number(6)))
                .subtract(n.multiply(square).multiply(square).multiply(number(3)));
        return new Moments(
                count,
                mean.doubleValue(),
                Math.max(m2.doubleValue(), 0),
                m3.doubleValue(),
                Math.max(m4.doubleValue(), 0),
                minimum,
                maximum);
    }

    private static BigDecimal number(int factor) {
        return BigDecimal.valueOf(factor);
    }
}
