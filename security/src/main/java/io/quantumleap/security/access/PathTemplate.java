package io.quantumleap.security.access;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A path such as {@code /api/portfolio/{id}/lots}. A segment in braces stands for exactly one segment; a last segment
 * {@code **} stands for any number of them, also none.
 *
 * <p>Matching is literal: a path with an empty segment, a dot segment, a semicolon, a backslash or a percent sign matches
 * nothing, so no second spelling of a path exists.
 */
public record PathTemplate(String text) {

    private static final String REST = "**";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+|\\{[a-z][a-z0-9_]*}");
    private static final Pattern PLAIN_SEGMENT = Pattern.compile("[A-Za-z0-9._~@!$&'()*+,=:-]+");

    /** Refuses anything that is not a template, so that a slip of the pen in a rule shows at start. */
    public PathTemplate {
        Objects.requireNonNull(text, "text");
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + text);
        }
        List<String> segments = segments(text);
        for (int i = 0; i < segments.size(); i++) {
            boolean rest = segments.get(i).equals(REST) && i == segments.size() - 1;
            if (!rest && !SEGMENT.matcher(segments.get(i)).matches()) {
                throw new IllegalArgumentException("not a path template: " + text);
            }
        }
    }

    /** Whether a request's path, as it was sent and without its query, is one of those meant here. */
    public boolean matches(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        List<String> wanted = segments(text);
        List<String> given = segments(path);
        boolean open = !wanted.isEmpty() && wanted.get(wanted.size() - 1).equals(REST);
        int fixed = open ? wanted.size() - 1 : wanted.size();
        if (given.size() < fixed || (!open && given.size() > fixed)) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!isPlain(given.get(i)) || (i < fixed && !matches(wanted.get(i), given.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String wanted, String given) {
        return wanted.startsWith("{") || wanted.equals(given);
    }

    private static boolean isPlain(String segment) {
        return PLAIN_SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }

    private static List<String> segments(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
