package io.quantumleap.security.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path such as {@code /api/portfolio/{id}/lots}. A segment in braces stands for exactly one segment; a last segment
 * {@code **} stands for any number of them, also none.
 *
 * <p>Matching is literal: a path with an empty segment, a dot segment, a semicolon, a backslash or a percent sign matches
 * nothing, so no second spelling of a path exists. Immutable.
 */
public final class PathTemplate {

    private static final String REST = "**";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+|\\{[a-z][a-z0-9_]*}");
    private static final Pattern PLAIN_SEGMENT = Pattern.compile("[A-Za-z0-9._~@!$&'()*+,=:-]+");

    private final String text;
    private final List<String> fixed;
    private final boolean open;

    /** Refuses anything that is not a template, so that a slip of the pen in a rule shows at start. */
    public PathTemplate(String text) {
        this.text = Objects.requireNonNull(text, "text");
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + text);
        }
        List<String> segments = segments(text);
        this.open = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
        this.fixed = open ? segments.subList(0, segments.size() - 1) : segments;
        for (String segment : fixed) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException("not a path template: " + text);
            }
        }
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    /** Whether a request's path, as it was sent and without its query, is one of those meant here. */
    public boolean matches(String path) {
        return plainSegments(path).filter(this::matches).isPresent();
    }

    /** Whether it means a path of these segments, which are plain. */
    boolean matches(List<String> given) {
        if (given.size() < fixed.size() || (!open && given.size() > fixed.size())) {
            return false;
        }
        for (int i = 0; i < fixed.size(); i++) {
            String wanted = fixed.get(i);
            if (!wanted.startsWith("{") && !wanted.equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The segments of a path as it was sent; empty if one of them is not plain, so that no template means it. */
    static Optional<List<String>> plainSegments(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = segments(path);
        return segments.stream().allMatch(PathTemplate::isPlain) ? Optional.of(segments) : Optional.empty();
    }

    private static boolean isPlain(String segment) {
        return PLAIN_SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }

    private static List<String> segments(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathTemplate same && same.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
