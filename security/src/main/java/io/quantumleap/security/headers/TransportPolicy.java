package io.quantumleap.security.headers;

import java.time.Duration;
import java.util.Objects;

/**
 * What is told to browsers about TLS.
 *
 * @param always whether browsers reach this server over TLS alone, also when a proxy in front of it ends the TLS
 * @param remembered how long a browser remembers to use nothing else (RFC 6797)
 * @param preload whether the domain asks to be built into browsers, which is hard to take back
 */
public record TransportPolicy(boolean always, Duration remembered, boolean preload) {

    /** The shortest time that OWASP and the preload list accept. */
    public static final Duration YEAR = Duration.ofDays(365);

    /** Two years for everybody over TLS, on the domain and all below it. */
    public static final Duration USUAL = Duration.ofDays(730);

    /**
     * Refuses what would not protect anybody.
     *
     * @throws IllegalArgumentException if TLS is forced but remembered for less than a year
     */
    public TransportPolicy {
        Objects.requireNonNull(remembered, "remembered");
        if ((always || preload) && remembered.compareTo(YEAR) < 0) {
            throw new IllegalArgumentException("must be a year (P365D) or longer where TLS is forced or preloaded");
        }
    }

    /** The value of {@code Strict-Transport-Security}. */
    String field() {
        return "max-age=" + remembered.toSeconds() + "; includeSubDomains" + (preload ? "; preload" : "");
    }
}
