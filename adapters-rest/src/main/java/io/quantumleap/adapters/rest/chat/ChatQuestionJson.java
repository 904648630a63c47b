package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Question;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What it takes to ask. */
public record ChatQuestionJson(
        @NotBlank
        @Size(max = Question.MAX_LENGTH)
        @Pattern(regexp = NO_CONTROLS, message = "must not hold control characters")
        @Pattern(regexp = SOMETHING_VISIBLE, message = "must not be blank")
        String message,

        @Nullable @Pattern(regexp = UUID, message = "must be a UUID")
        String conversationId,

        @Nullable @Pattern(regexp = UUID, message = "must be a UUID")
        String portfolioId) {

    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    /** A letter, a digit, a mark or a symbol, unless {@link NotBlank} speaks already: what has no shape asks nothing. */
    private static final String SOMETHING_VISIBLE = "(?s)[\\x00-\\x20]*|.*[\\p{L}\\p{N}\\p{P}\\p{S}].*";

    private static final String NO_CONTROLS = "(?s)[\\P{Cc}\\t\\r\\n]*";
}
