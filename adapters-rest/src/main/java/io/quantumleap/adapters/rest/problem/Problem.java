package io.quantumleap.adapters.rest.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An error as the caller sees it. Build one with {@link #of} and the {@code with} methods; throw it in a
 * {@link ProblemException} or return it as the entity of a response.
 *
 * @param errors the faulty fields, at most {@value #MOST_ERRORS}
 * @param errorCount how many faulty fields there were in all
 * @param headers header fields that go with it, such as {@code Retry-After}
 */
public record Problem(
        ProblemType type, String detail, List<FieldError> errors, int errorCount, Map<String, String> headers) {

    /** More faulty fields than this are counted but not listed. */
    public static final int MOST_ERRORS = 100;

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Refuses missing parts, copies the collections and shortens a long list. */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(detail, "detail");
        if (errorCount < errors.size()) {
            throw new IllegalArgumentException("fewer errors counted than listed");
        }
        errors = List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        headers = Map.copyOf(headers);
    }

    /**
     * A problem without faulty fields.
     *
     * @param detail one sentence for people; nothing secret and nothing about the inside
     */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), 0, Map.of());
    }

    /** The same with the faulty fields. */
    public Problem withErrors(List<FieldError> faults) {
        return withErrors(faults, faults.size());
    }

    /** The same with some of the faulty fields, and how many there were in all. */
    public Problem withErrors(List<FieldError> faults, int count) {
        return new Problem(type, detail, faults, count, headers);
    }

    /** The same with one faulty field. */
    public Problem withError(String field, String code, String message) {
        return withErrors(List.of(FieldError.of(field, code, message)));
    }

    /** The same with a header field. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, errors, errorCount, more);
    }

    /** The same with {@code Retry-After} in whole seconds, rounded up. */
    public Problem withRetryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return withHeader("Retry-After", Long.toString(seconds));
    }

    /** This problem as something to throw. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
