package io.quantumleap.security.richtext.port;

import io.quantumleap.security.richtext.CleanHtml;

/** Takes out of rich text whatever could act in a reader's browser. */
@FunctionalInterface
public interface HtmlSanitizer {

    /**
     * Sanitizes rich text.
     *
     * @param html anything at all; what is no HTML is text
     * @return paragraphs, headings, lists, quotations, emphasis and links to {@code https} and {@code mailto} addresses; sanitizing that
     *     again changes nothing
     */
    CleanHtml sanitize(String html);
}
