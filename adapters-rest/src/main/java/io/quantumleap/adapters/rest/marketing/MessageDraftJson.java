package io.quantumleap.adapters.rest.marketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A message as somebody wrote it.
 *
 * @param html rich text, of any kind
 */
public record MessageDraftJson(
        @NotBlank @Size(max = LONGEST) String html) {

    /** More than a long letter. */
    static final int LONGEST = 20_000;
}
