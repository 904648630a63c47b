package io.quantumleap.examples.tearsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Writes maps, lists, texts, numbers and Optionals as JSON; an empty Optional is null. A number has as many digits as it
 * takes to read the same number back.
 */
final class JsonText {

    private JsonText() {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Double.toString(number.getAsDouble()) : "null";
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : "null";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
