package io.quantumleap.security.headers;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may use the API (CORS): none, unless the operator names them exactly. Cookies are never among
 * it, so that such a page works with a token of its own and nothing else. Immutable.
 */
public final class CrossOriginPolicy {

    private static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE",
            "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id",
            "Access-Control-Max-Age", "600");
    private static final String EXPOSED = "X-Request-Id, Location, Retry-After, RateLimit, RateLimit-Policy";

    private final Set<String> origins;

    /** Opens the API to these; to none if there is none. */
    public CrossOriginPolicy(Set<Origin> origins) {
        this.origins = origins.stream().map(Origin::value).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether any other origin may ask, so that answers differ by origin. */
    public boolean isOpen() {
        return !origins.isEmpty();
    }

    /** Whether a page of this origin may use the API. */
    public boolean admits(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    /** The fields of an answer to a page of another origin; none if it is not admitted. */
    public Map<String, String> forAnswer(String origin) {
        return admits(origin)
                ? Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Expose-Headers", EXPOSED)
                : Map.of();
    }

    /** The fields of an answer to the question whether a page may ask. */
    public Map<String, String> forPreflight() {
        return PREFLIGHT;
    }
}
