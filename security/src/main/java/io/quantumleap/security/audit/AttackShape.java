package io.quantumleap.security.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shapes that addresses have when somebody tries the doors. They are counted, and decide nothing: what is refused is refused
 * for what it is, and what looks like an attack may be a name.
 */
public enum AttackShape {
    /** Another folder. */
    TRAVERSAL("\\.\\.[/\\\\;%]|%2e%2e|%252e|%c0%ae"),
    /** A script for a page. */
    SCRIPT("<script|%3cscript|javascript:|onerror\\s*=|onload\\s*=|<svg|%3csvg|<img|%3cimg"),
    /** A piece of SQL. */
    SQL(
            "union(\\s|\\+|%20|/\\*)+(all(\\s|\\+|%20)+)?select|('|%27)(\\s|\\+|%20)*or(\\s|\\+|%20)|sleep\\(|;(\\s|\\+|%20)*drop(\\s|\\+|%20)"),
    /** A look-up or a template for the server to expand. */
    EXPRESSION("\\$\\{|%24%7b|\\{\\{|%7b%7b|jndi:"),
    /** A line or a text that ends early. */
    CONTROL("%00|%0d|%0a");

    private final Pattern pattern;

    AttackShape(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The first shape that an address with its query has. */
    public static Optional<AttackShape> of(String address) {
        return Arrays.stream(values())
                .filter(shape -> shape.pattern.matcher(address).find())
                .findFirst();
    }

    /** The name in the log, such as {@code traversal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
