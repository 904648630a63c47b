package io.quantumleap.app.config;

import io.quantumleap.app.config.Setting.Kind;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.security.access.Role;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms that values have. */
final class Kinds {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
    private static final int LONGEST_TEXT = 4_096;

    private Kinds() {}

    /** Any text of one line. */
    static Kind<String> text() {
        return new Kind<>("text", value -> {
            require(value.length() <= LONGEST_TEXT, "must have at most " + LONGEST_TEXT + " characters");
            return value;
        });
    }

    /** Groups with the role of each, such as {@code staff=adviser,bosses=admin}. */
    static Kind<Map<String, Role>> roles() {
        return new Kind<>("`group=role`, with commas between", value -> {
            Map<String, Role> roles = new HashMap<>();
            for (String pair : value.split(",", -1)) {
                String[] parts = pair.strip().split("=", -1);
                require(parts.length == 2 && !parts[0].isBlank(), "must be group=role pairs with commas between");
                Role role =
                        parsed(Role::parse, parts[1].strip(), InvalidValueException.class, "names a role that is none");
                require(roles.put(parts[0].strip(), role) == null, "names a group twice");
            }
            return Map.copyOf(roles);
        });
    }

    /** One of a few words. */
    static Kind<String> oneOf(String... words) {
        List<String> known = List.of(words);
        String list = String.join(" or ", known);
        return new Kind<>(list, value -> {
            require(known.contains(value), "must be " + list);
            return value;
        });
    }

    /** Yes or no. */
    static Kind<Boolean> truth() {
        return new Kind<>("true or false", value -> {
            require(value.equals("true") || value.equals("false"), "must be true or false");
            return Boolean.valueOf(value);
        });
    }

    /** A whole number between two others. */
    static Kind<Integer> whole(int least, int most) {
        return new Kind<>("whole number from " + least + " to " + most, value -> {
            int number = parsed(
                    Integer::valueOf,
                    value,
                    NumberFormatException.class,
                    "must be a whole number from " + least + " to " + most);
            require(number >= least && number <= most, "must be from " + least + " to " + most);
            return number;
        });
    }

    /** A time span between two others, as ISO 8601 writes it. */
    static Kind<Duration> duration(Duration least, Duration most) {
        return new Kind<>("duration from " + least + " to " + most, value -> {
            Duration span =
                    parsed(Duration::parse, value, DateTimeParseException.class, "must be a duration such as PT30S");
            require(least.isZero() || !span.isZero(), "must be longer than nothing");
            require(span.compareTo(least) >= 0 && span.compareTo(most) <= 0, "must be from " + least + " to " + most);
            return span;
        });
    }

    /** Nothing, or a time span between two others. */
    static Kind<Duration> noneOrDuration(Duration least, Duration most) {
        Kind<Duration> some = duration(least, most);
        return new Kind<>(Duration.ZERO + " or " + some.words(), value -> {
            Duration span = duration(Duration.ZERO, most).parse().apply(value);
            return span.isZero() ? span : some.parse().apply(value);
        });
    }

    /** A folder or file. */
    static Kind<Path> path() {
        return new Kind<>(
                "path",
                value -> parsed(
                        text -> Path.of(text).toAbsolutePath().normalize(),
                        value,
                        InvalidPathException.class,
                        "is not a path"));
    }

    /** A name or address to listen on. */
    static Kind<String> host() {
        return new Kind<>("host name or IPv4 address", value -> {
            require(HOST.matcher(value).matches(), "must be a host name or an IPv4 address (0.0.0.0 for all)");
            return value;
        });
    }

    /** An address on the web. */
    static Kind<String> url() {
        return new Kind<>("http or https URL", value -> {
            String scheme = uri(value).getScheme();
            require(
                    scheme != null && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT)),
                    "must be an http or https URL");
            return value;
        });
    }

    /** A PostgreSQL database. */
    static Kind<String> postgresql() {
        return new Kind<>("JDBC URL of a PostgreSQL database", value -> {
            require(value.startsWith("jdbc:postgresql:"), "must start with jdbc:postgresql:");
            return value;
        });
    }

    /** Several of something, with commas between them. */
    static <T> Kind<List<T>> list(Kind<T> one) {
        return new Kind<>(one.words() + "; several with commas between them", value -> Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(one.parse())
                .toList());
    }

    /** Whatever a value class of ours accepts; the words of its refusal are shown. */
    static <T> Kind<T> checked(String words, Function<String, T> parse) {
        return new Kind<>(words, parse);
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException notAUrl) {
            throw new IllegalArgumentException("is not a URL", notAUrl);
        }
    }

    private static <T> T parsed(
            Function<String, T> parse, String value, Class<? extends RuntimeException> failure, String sentence) {
        try {
            return parse.apply(value);
        } catch (RuntimeException thrown) {
            if (failure.isInstance(thrown)) {
                throw new IllegalArgumentException(sentence, thrown);
            }
            throw thrown;
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
