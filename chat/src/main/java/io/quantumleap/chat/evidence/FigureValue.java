package io.quantumleap.chat.evidence;

import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/** A value with its unit, kept typed so that a claim about it can be checked and every reader formats it alike. */
public sealed interface FigureValue {

    /** The value as people read it: {@code 1,234.50 USD}, {@code 23.41 %}, {@code 2025-12-31}. */
    String display();

    /** Money in one currency. */
    record Amount(Money money, Sense sense) implements FigureValue {

        /** Refuses missing parts. */
        public Amount {
            Objects.requireNonNull(money, "money");
            Objects.requireNonNull(sense, "sense");
        }

        @Override
        public String display() {
            return grouped(money.rounded().amount(), Currencies.digits(money.currency())) + " "
                    + money.currency().getCurrencyCode();
        }
    }

    /** A ratio shown in per cent: 0.12 reads {@code 12.00 %}. */
    record Percent(double ratio, Sense sense) implements FigureValue {

        /** Refuses what is not a finite number. */
        public Percent {
            requireFinite(ratio);
            Objects.requireNonNull(sense, "sense");
        }

        @Override
        public String display() {
            return grouped(BigDecimal.valueOf(ratio).movePointRight(2), 2) + " %";
        }
    }

    /** A plain number without a unit, such as a Sharpe ratio or a beta. */
    record Ratio(double value) implements FigureValue {

        /** Refuses what is not a finite number. */
        public Ratio {
            requireFinite(value);
        }

        @Override
        public String display() {
            return grouped(BigDecimal.valueOf(value), 2);
        }
    }

    /** A number of shares or units, exact. */
    record Quantity(BigDecimal value) implements FigureValue {

        /** Refuses a missing value. */
        public Quantity {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return grouped(value, Math.max(0, value.stripTrailingZeros().scale()));
        }
    }

    /** A number of things or days. */
    record Count(long value) implements FigureValue {

        @Override
        public String display() {
            return grouped(BigDecimal.valueOf(value), 0);
        }
    }

    /** A calendar day. */
    record Day(LocalDate date) implements FigureValue {

        /** Refuses a missing date. */
        public Day {
            Objects.requireNonNull(date, "date");
        }

        @Override
        public String display() {
            return date.toString();
        }
    }

    /** A name or another short text. */
    record Text(String text) implements FigureValue {

        /** Refuses a missing text. */
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String display() {
            return text;
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException("A figure must be a finite number.");
        }
    }

    private static String grouped(BigDecimal value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
