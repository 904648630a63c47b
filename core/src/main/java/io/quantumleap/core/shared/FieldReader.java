package io.quantumleap.core.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads text that people typed into dates, numbers and names, strictly, and reports each field that breaks a rule. A
 * field that was reported is empty. Not safe for use by many threads.
 */
public final class FieldReader {

    /** Nothing in the books is older than this day. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int MOST_DIGITS_BEFORE_THE_POINT = 15;
    private static final int MOST_DIGITS_AFTER_THE_POINT = 10;
    private static final int LONGEST_NUMBER = 64;

    private final LocalDate today;
    private final Consumer<FieldError> refusals;

    /**
     * @param today the last day that a date may name
     * @param refusals takes the errors
     */
    public FieldReader(LocalDate today, Consumer<FieldError> refusals) {
        this.today = Objects.requireNonNull(today, "today");
        this.refusals = Objects.requireNonNull(refusals, "refusals");
    }

    /** Reports a field. */
    public void refuse(String field, String code, String message) {
        refusals.accept(new FieldError(field, code, message));
    }

    /** Reports the field if it is blank. Returns whether there is something to read. */
    public boolean require(String field, String text) {
        if (text.isBlank()) {
            refuse(field, "required", "The " + spoken(field) + " is missing.");
            return false;
        }
        return true;
    }

    /** A required ISO date between {@link #EARLIEST} and today. */
    public Optional<LocalDate> date(String field, String text) {
        if (!require(field, text)) {
            return Optional.empty();
        }
        Optional<LocalDate> date = isoDate(text.strip());
        if (date.isEmpty()) {
            refuse(field, "not-a-date", "The " + spoken(field) + " is not a day in the form 2026-01-31.");
        } else if (date.get().isBefore(EARLIEST)) {
            refuse(field, "too-early", "The " + spoken(field) + " is before " + EARLIEST + ".");
            return Optional.empty();
        } else if (date.get().isAfter(today)) {
            refuse(field, "in-the-future", "The " + spoken(field) + " is after today, " + today + ".");
            return Optional.empty();
        }
        return date;
    }

    /** An ISO date between two days, both included; empty also when the text is blank, which is no error. */
    public Optional<LocalDate> date(String field, String text, LocalDate first, LocalDate last) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = isoDate(text.strip());
        if (date.isEmpty()) {
            refuse(field, "not-a-date", "The " + spoken(field) + " is not a day in the form 2026-01-31.");
        } else if (date.get().isBefore(first)) {
            refuse(field, "too-early", "The " + spoken(field) + " is before " + first + ".");
            return Optional.empty();
        } else if (date.get().isAfter(last)) {
            refuse(field, "too-late", "The " + spoken(field) + " is after " + last + ".");
            return Optional.empty();
        }
        return date;
    }

    private static Optional<LocalDate> isoDate(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, ISO_DATE));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * A decimal number of at most 15 digits before and 10 after the point that is not negative; empty also when the text
     * is blank, which is no error.
     */
    public Optional<BigDecimal> notNegative(String field, String text) {
        return notNegative(field, text, false);
    }

    private Optional<BigDecimal> notNegative(String field, String text, boolean rounded) {
        return number(field, text, rounded).filter(number -> {
            if (number.signum() < 0) {
                refuse(field, "negative", "The " + spoken(field) + " must not be negative.");
            }
            return number.signum() >= 0;
        });
    }

    /** As {@link #notNegative}, and greater than zero. */
    public Optional<BigDecimal> positive(String field, String text) {
        return number(field, text).filter(number -> isPositive(field, number));
    }

    private boolean isPositive(String field, BigDecimal number) {
        if (number.signum() <= 0) {
            refuse(field, "not-positive", "The " + spoken(field) + " must be greater than zero.");
        }
        return number.signum() > 0;
    }

    /**
     * As {@link #notNegative}, for what is quoted and not booked: digits beyond the tenth are rounded away (half-even),
     * since programs that compute in binary print many of them.
     */
    public Optional<BigDecimal> notNegativeQuote(String field, String text) {
        return notNegative(field, text, true);
    }

    /** As {@link #notNegativeQuote}, and greater than zero. */
    public Optional<BigDecimal> positiveQuote(String field, String text) {
        return number(field, text, true).filter(number -> isPositive(field, number));
    }

    private Optional<BigDecimal> number(String field, String text) {
        return number(field, text, false);
    }

    private Optional<BigDecimal> number(String field, String text, boolean rounded) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String digits = text.strip();
        if (digits.length() > LONGEST_NUMBER || !DECIMAL.matcher(digits).matches()) {
            refuse(
                    field,
                    "not-a-number",
                    "The " + spoken(field) + " is not a number such as 1234.56, without thousands separators.");
            return Optional.empty();
        }
        BigDecimal written = new BigDecimal(digits);
        BigDecimal number = rounded && written.scale() > MOST_DIGITS_AFTER_THE_POINT
                ? written.setScale(MOST_DIGITS_AFTER_THE_POINT, RoundingMode.HALF_EVEN)
                : written.stripTrailingZeros();
        if (number.precision() - number.scale() > MOST_DIGITS_BEFORE_THE_POINT) {
            refuse(
                    field,
                    "too-large",
                    "The " + spoken(field) + " has more than " + MOST_DIGITS_BEFORE_THE_POINT
                            + " digits before the point.");
            return Optional.empty();
        }
        if (number.scale() > MOST_DIGITS_AFTER_THE_POINT) {
            refuse(
                    field,
                    "too-precise",
                    "The " + spoken(field) + " has more than " + MOST_DIGITS_AFTER_THE_POINT
                            + " digits after the point.");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** An upper-case ISO 4217 code; empty also when the text is blank, which is no error. */
    public Optional<Currency> currency(String field, String text) {
        return value(field, text, "unknown-currency", Currencies::parse);
    }

    /**
     * Any other value; empty also when the text is blank, which is no error.
     *
     * @param code the code to report when the form refuses the text
     * @param form throws {@link InvalidValueException} with a message for people
     */
    public <T> Optional<T> value(String field, String text, String code, Function<String, T> form) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(text.strip()));
        } catch (InvalidValueException refused) {
            refuse(field, code, refused.getMessage());
            return Optional.empty();
        }
    }

    private static String spoken(String field) {
        return field.replace('_', ' ');
    }
}
