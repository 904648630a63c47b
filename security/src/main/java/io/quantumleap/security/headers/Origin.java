package io.quantumleap.security.headers;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The origin of a web page (RFC 6454), such as {@code https://desk.example.org}: exact, with no wildcard and no path.
 *
 * @param value as a browser sends it
 */
public record Origin(String value) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Refuses whatever a browser would not send.
     *
     * @throws IllegalArgumentException if it is no exact origin
     */
    public Origin {
        if (!isExact(value)) {
            throw new IllegalArgumentException(
                    "must be exact origins such as https://desk.example.org, without wildcard, path or slash at the end");
        }
    }

    /** Whether it is reached over TLS. */
    public boolean isSecure() {
        return value.startsWith("https://");
    }

    private static boolean isExact(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            return scheme != null
                    && host != null
                    && SCHEMES.contains(scheme)
                    && text.equals(text.toLowerCase(Locale.ROOT))
                    && text.equals(scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
