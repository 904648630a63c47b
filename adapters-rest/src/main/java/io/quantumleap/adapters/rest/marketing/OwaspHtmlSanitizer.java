package io.quantumleap.adapters.rest.marketing;

import io.quantumleap.security.richtext.CleanHtml;
import io.quantumleap.security.richtext.port.HtmlSanitizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The OWASP Java HTML Sanitizer with a short list of what a message to clients needs. No images, styles, tables or forms: they call
 * home, cover the page or ask for passwords. Safe for use by many threads.
 *
 * @see <a href="https://owasp.org/www-project-java-html-sanitizer/">OWASP Java HTML Sanitizer</a>
 */
public final class OwaspHtmlSanitizer implements HtmlSanitizer {

    /** A text of nothing but odd elements must not grow into a long list of them. */
    private static final int MOST_REMOVED = 50;

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "b", "i", "u", "a")
            .allowUrlProtocols("https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    @Override
    public CleanHtml sanitize(String html) {
        Removed removed = new Removed();
        String clean = POLICY.sanitize(html, removed, null);
        return new CleanHtml(clean, new ArrayList<>(removed.names));
    }

    private static final class Removed implements HtmlChangeListener<Object> {

        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public void discardedTag(@Nullable Object context, String element) {
            note("<" + element + ">");
        }

        @Override
        public void discardedAttributes(@Nullable Object context, String element, String... attributes) {
            for (String attribute : List.of(attributes)) {
                note("<" + element + " " + attribute + ">");
            }
        }

        private void note(String name) {
            if (names.size() < MOST_REMOVED) {
                names.add(name);
            }
        }
    }
}
