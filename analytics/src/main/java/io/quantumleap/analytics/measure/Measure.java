package io.quantumleap.analytics.measure;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The answer of a measure: a finite number, or the reason why there is none. It is never NaN, infinite or a silent zero.
 */
public sealed interface Measure {

    /** A finite number. */
    record Value(double number) implements Measure {

        /**
         * Refuses NaN and infinities.
         *
         * @throws IllegalArgumentException if the number is not finite
         */
        public Value {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("A value must be finite.");
            }
        }
    }

    /** There is no number, and this is why. */
    record Unavailable(Reason reason) implements Measure {}

    /** The number, or {@link Reason#OUT_OF_RANGE} when arithmetic on finite inputs left the range of a double. */
    static Measure of(double number) {
        return Double.isFinite(number) ? new Value(number) : new Unavailable(Reason.OUT_OF_RANGE);
    }

    /** No number, for this reason. */
    static Measure unavailable(Reason reason) {
        return new Unavailable(reason);
    }

    /** The quotient, or the given reason when the divisor is zero. */
    static Measure ratio(double dividend, double divisor, Reason whenZero) {
        return divisor == 0 ? new Unavailable(whenZero) : of(dividend / divisor);
    }

    /** The number, if there is one. */
    default OptionalDouble asOptional() {
        return this instanceof Value value ? OptionalDouble.of(value.number()) : OptionalDouble.empty();
    }

    /** Whether there is a number. */
    default boolean available() {
        return this instanceof Value;
    }

    /** The number, or the given one instead. */
    default double orElse(double other) {
        return this instanceof Value value ? value.number() : other;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException with the reason's sentence if there is none
     */
    default double orElseThrow() {
        if (this instanceof Unavailable unavailable) {
            throw new IllegalStateException(unavailable.reason().sentence());
        }
        return ((Value) this).number();
    }

    /** This over another measure: the first reason of the two, or the given one when the divisor is zero. */
    default Measure over(Measure divisor, Reason whenZero) {
        if (!(this instanceof Value above)) {
            return this;
        }
        return divisor instanceof Value below ? ratio(above.number(), below.number(), whenZero) : divisor;
    }

    /** The number put through a function, which must give a finite number for a finite one, or the same reason. */
    default Measure map(DoubleUnaryOperator function) {
        return this instanceof Value value ? of(function.applyAsDouble(value.number())) : this;
    }
}
