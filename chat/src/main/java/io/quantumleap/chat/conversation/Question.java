package io.quantumleap.chat.conversation;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question to the assistant that has passed the guardrails on its form.
 *
 * @param caller who asks
 * @param message what is asked, 1 to {@value #MAX_LENGTH} characters
 * @param continued the conversation that it continues, or null for a new one; read it through {@link #conversation()}
 * @param focus the portfolio that the caller is looking at, or null; read it through {@link #portfolio()}
 */
public record Question(
        UserId caller,
        String message,
        @Nullable ConversationId continued,
        @Nullable PortfolioId focus) {

    /** The most characters that a message may have. */
    public static final int MAX_LENGTH = 4_000;

    /** Refuses a message that is blank, too long, or no text. */
    public Question {
        Objects.requireNonNull(caller, "caller");
        if (message.isBlank()) {
            throw new InvalidValueException("The message is empty.");
        }
        if (message.length() > MAX_LENGTH) {
            throw new InvalidValueException("The message has more than " + MAX_LENGTH + " characters.");
        }
        if (message.codePoints().anyMatch(Question::isNoText)) {
            throw new InvalidValueException("The message holds control characters.");
        }
    }

    /** The conversation that it continues; empty for a new one. */
    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(continued);
    }

    /** The portfolio that the caller is looking at, when the caller says. */
    public Optional<PortfolioId> portfolio() {
        return Optional.ofNullable(focus);
    }

    private static boolean isNoText(int point) {
        boolean allowed = point == '\n' || point == '\r' || point == '\t';
        int type = Character.getType(point);
        return !allowed && (type == Character.CONTROL || type == Character.SURROGATE);
    }
}
