package io.quantumleap.chat.tool;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a model wants to tell a tool, as plain texts by parameter name. A model can write anything here, so nothing is
 * believed until it was read through the typed accessors.
 *
 * @param values the texts by parameter name
 * @param readable false when what the model wrote could not be read at all
 */
public record ToolArguments(Map<String, String> values, boolean readable) {

    private static final int LONGEST_VALUE = 200;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");

    /** Copies the values. */
    public ToolArguments {
        values = Map.copyOf(values);
    }

    /** No arguments. */
    public static ToolArguments none() {
        return new ToolArguments(Map.of(), true);
    }

    /** Arguments with these values. */
    public static ToolArguments of(Map<String, String> values) {
        return new ToolArguments(values, true);
    }

    /** Arguments that could not be read; every tool refuses them. */
    public static ToolArguments unreadable() {
        return new ToolArguments(Map.of(), false);
    }

    /** These arguments and one more. */
    public ToolArguments and(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new ToolArguments(more, readable);
    }

    /** The text of a parameter, stripped; empty when it was left out or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The date of a parameter.
     *
     * @throws InvalidValueException if the text is no ISO date
     */
    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException malformed) {
                throw new InvalidValueException(name + " must be a date such as 2025-12-31.");
            }
        });
    }

    /**
     * The whole number of a parameter.
     *
     * @throws InvalidValueException if the text is no whole number from 1 to 999999
     */
    public OptionalInt wholeNumber(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!WHOLE.matcher(text.get()).matches()) {
            throw new InvalidValueException(name + " must be a whole number of at least 1.");
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    /**
     * The decimal number of a parameter.
     *
     * @throws InvalidValueException if the text is no decimal number of at most 18 digits on either side of the point
     */
    public Optional<BigDecimal> number(String name) {
        return text(name).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw new InvalidValueException(name + " must be a number such as -12.5.");
            }
            return new BigDecimal(text);
        });
    }

    /**
     * The word of a parameter that allows these only, in the spelling of the choices.
     *
     * @throws InvalidValueException if it is another
     */
    public Optional<String> choice(String name, List<String> choices) {
        return text(name).map(text -> choices.stream()
                .filter(choice -> choice.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        name + " must be one of these: " + String.join(", ", choices) + ".")));
    }

    Optional<String> defectOf(ToolParameter parameter) {
        Optional<String> text = text(parameter.name());
        if (text.isEmpty()) {
            return parameter.required()
                    ? Optional.of("The parameter " + parameter.name() + " is required.")
                    : Optional.empty();
        }
        if (text.get().length() > LONGEST_VALUE) {
            return Optional.of("The parameter " + parameter.name() + " is too long.");
        }
        try {
            read(parameter);
            return Optional.empty();
        } catch (InvalidValueException defect) {
            return Optional.ofNullable(defect.getMessage());
        }
    }

    private Object read(ToolParameter parameter) {
        return switch (parameter.type()) {
            case DATE -> date(parameter.name());
            case WHOLE_NUMBER -> wholeNumber(parameter.name());
            case NUMBER -> number(parameter.name());
            case CHOICE -> choice(parameter.name(), parameter.choices());
            case TEXT -> text(parameter.name());
        };
    }
}
