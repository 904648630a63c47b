package io.quantumleap.adapters.rest.marketing;

import io.quantumleap.security.richtext.CleanHtml;
import java.util.List;

/**
 * A message as clients would be shown it.
 *
 * @param html what is left of the draft
 * @param removed what was taken out, each kind once
 */
public record MessagePreviewJson(String html, List<String> removed) {

    static MessagePreviewJson of(CleanHtml clean) {
        return new MessagePreviewJson(clean.html(), clean.removed());
    }
}
