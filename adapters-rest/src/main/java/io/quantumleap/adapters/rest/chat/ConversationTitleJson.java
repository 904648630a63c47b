package io.quantumleap.adapters.rest.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The title that a conversation is to have. */
public record ConversationTitleJson(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must not hold control characters")
        String title) {}
