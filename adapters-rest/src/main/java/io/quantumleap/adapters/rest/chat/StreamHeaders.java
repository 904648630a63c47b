package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.chat.conversation.IdempotencyKey;
import io.quantumleap.core.shared.InvalidValueException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header fields by which questions are named and streams go on. */
final class StreamHeaders {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private StreamHeaders() {}

    /** No cache and no proxy may hold a stream back. */
    static void set(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** The caller's name for the question, if it has one. */
    static Optional<IdempotencyKey> key(@Nullable String header) {
        try {
            return Optional.ofNullable(header).map(IdempotencyKey::new);
        } catch (InvalidValueException malformed) {
            throw refused(IDEMPOTENCY_KEY, String.valueOf(malformed.getMessage()));
        }
    }

    /** The number of the last event that the reader has; 0 where it has none. */
    static int lastEvent(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return 0;
        }
        if (!header.strip().matches("\\d{1,9}")) {
            throw refused(LAST_EVENT_ID, "Last-Event-ID is the id of an event, a whole number.");
        }
        return Integer.parseInt(header.strip());
    }

    private static RuntimeException refused(String field, String sentence) {
        return Problem.of(ProblemType.INVALID_REQUEST, sentence)
                .withError(field, "invalid", sentence)
                .asException();
    }
}
