package io.quantumleap.security.richtext;

import java.util.List;
import java.util.Objects;

/**
 * Rich text that may be shown to clients.
 *
 * @param html what is left: elements of the allowed list alone, every text in it encoded
 * @param removed what was taken out, each kind once: {@code <script>} for an element, {@code <a href>} for an attribute
 */
public record CleanHtml(String html, List<String> removed) {

    /** Refuses missing parts and copies the list. */
    public CleanHtml {
        Objects.requireNonNull(html, "html");
        removed = List.copyOf(removed);
    }
}
