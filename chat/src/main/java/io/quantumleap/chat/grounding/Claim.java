package io.quantumleap.chat.grounding;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/** A figure that a text states. */
public sealed interface Claim {

    /** The words that state it, as the text has them. */
    String text();

    /** Where the words begin in the folded text. */
    int start();

    /** Where the words end in the folded text. */
    int end();

    /** What a number counts. */
    enum Unit {
        /** Per cent, percentage points, basis points; the value is in per cent. */
        PERCENT,
        /** Money. */
        MONEY,
        /** A number without a unit. */
        PLAIN,
        /** Calendar years. */
        YEARS,
        /** Calendar months. */
        MONTHS,
        /** Days of any kind. */
        DAYS,
        /** A place in an order, such as 3rd or top 3. */
        RANK
    }

    /** What the text says about the direction of a number. */
    enum Sign {
        /** A minus sign stands before it. */
        MINUS,
        /** A plus sign stands before it. */
        PLUS,
        /** No sign stands before it; words may still say. */
        NONE
    }

    /**
     * A number with its unit.
     *
     * @param text the words
     * @param start where they begin
     * @param end where they end
     * @param unit what is counted
     * @param sign the sign before the number
     * @param value the number without its sign
     * @param low the least magnitude that the wording allows
     * @param high the greatest magnitude that the wording allows
     * @param currencies the ISO codes that the wording allows; empty when none is named
     * @param whole whether it was written without decimals
     */
    record OfNumber(
            String text,
            int start,
            int end,
            Unit unit,
            Sign sign,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            Set<String> currencies,
            boolean whole)
            implements Claim {

        /** Refuses missing parts and copies the currencies. */
        public OfNumber {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(sign, "sign");
            Objects.requireNonNull(value, "value");
            currencies = Set.copyOf(currencies);
        }

        boolean allowsMagnitude(BigDecimal magnitude) {
            return magnitude.compareTo(low) >= 0 && magnitude.compareTo(high) <= 0;
        }
    }

    /**
     * A date, or as much of one as the text states.
     *
     * @param text the words
     * @param start where they begin
     * @param end where they end
     * @param readings the dates that the words can mean: one, or two when day and month cannot be told apart
     */
    record OfDate(String text, int start, int end, Set<PartialDate> readings) implements Claim {

        /** Refuses a missing text and copies the readings. */
        public OfDate {
            Objects.requireNonNull(text, "text");
            readings = Set.copyOf(readings);
        }
    }
}
