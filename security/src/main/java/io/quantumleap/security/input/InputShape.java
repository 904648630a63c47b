package io.quantumleap.security.input;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people rarely type and scanners often send, in a body or an address. The patterns are for counting alone: they miss much,
 * they meet honest text now and then, and nothing is decided by them. Each looks for short pieces only, so that no text makes it
 * slow.
 */
public enum InputShape {
    /** A script element, an event handler, or a script URL. */
    SCRIPT(
            "<\\s*(script|svg|img|iframe|object|embed|math|style)\\b|\\bon(error|load|click|focus|mouseover|toggle)\\s*=|"
                    + "\\bjavascript:"),
    /** A quote followed by what changes a query. */
    SQL(
            "['\")]\\s{0,8}(or|and)\\b.{0,20}=|\\bunion\\s{1,8}(all\\s{1,8})?select\\b|;\\s{0,8}(drop|delete|insert|update|exec)\\b|"
                    + "'\\s{0,8}--|\\bsleep\\(\\d|\\bwaitfor\\s{1,8}delay\\b|"
                    + "\\b(pg_sleep|benchmark)\\s{0,8}\\(\\s{0,8}\\d"),
    /** A way up out of a folder, or a file that scanners ask for. */
    PATH("\\.\\.[/\\\\]|%2e%2e|%c0%ae|/etc/passwd|\\\\windows\\\\|\\bboot\\.ini\\b"),
    /** An expression for a template engine, a logger or a script engine. */
    EXPRESSION("\\$\\{.{0,60}\\}|\\{\\{.{0,60}\\}\\}|<%=|#\\{.{0,60}\\}|\\$\\{jndi:"),
    /** A command after a separator. */
    COMMAND(
            "[;|&`]\\s{0,8}(cat|ls|id|whoami|wget|curl|nc|bash|sh|ping|sleep|powershell)\\b|\\$\\((id|whoami|cat|curl)"),
    /** An external entity. */
    ENTITY("<!(doctype|entity)\\b"),
    /** A line break or a NUL byte, encoded. */
    CONTROL("%0d|%0a|%00|\\\\u0000");

    private static final Pattern PATH_PARAMETER = Pattern.compile(";[^/]*");

    /** The longest text that is looked at; what is longer is looked at up to here. */
    static final int LONGEST = 20_000;

    private final Pattern pattern;

    InputShape(String expression) {
        this.pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The first shape that a text has, if any. */
    public static Optional<InputShape> of(String text) {
        String seen = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return Arrays.stream(values())
                .filter(shape -> shape.pattern.matcher(seen).find())
                .findFirst();
    }

    /**
     * The first shape that an address with its query has. Servers decode addresses, some of them twice, and some take what
     * follows a semicolon for a parameter, so each of these readings is looked at. An ordinary address has one reading.
     */
    public static Optional<InputShape> ofAddress(String address) {
        String once = decoded(address);
        return Stream.of(
                        address,
                        once,
                        decoded(once),
                        PATH_PARAMETER.matcher(once).replaceAll(""))
                .distinct()
                .map(InputShape::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is no encoding stays as it is. */
    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    /** The name in metrics and logs, such as {@code script}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
