package io.quantumleap.security.headers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which header fields go with an answer, after the OWASP Secure Headers Project. An answer of the API may run and show
 * nothing at all; the page may use this server's own scripts, styles and pictures, none of them inline. Immutable.
 */
public final class SecurityHeaders {

    private static final String API_POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
            + " payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
            + " xr-spatial-tracking=()";

    private final boolean alwaysTls;
    private final Map<String, String> api;
    private final Map<String, String> apiOverTls;
    private final Map<String, String> page;
    private final Map<String, String> pageOverTls;
    private final Map<String, String> library;
    private final Map<String, String> libraryOverTls;

    /**
     * The fields for a server.
     *
     * @param alwaysTls whether browsers reach this server over TLS alone, also when a proxy in front of it ends the TLS
     */
    public SecurityHeaders(boolean alwaysTls) {
        this.alwaysTls = alwaysTls;
        this.api = headers(API_POLICY, "no-store", false);
        this.apiOverTls = headers(API_POLICY, "no-store", true);
        this.page = headers(PAGE_POLICY, "no-cache", false);
        this.pageOverTls = headers(PAGE_POLICY, "no-cache", true);
        this.library = headers(PAGE_POLICY, "public, max-age=31536000, immutable", false);
        this.libraryOverTls = headers(PAGE_POLICY, "public, max-age=31536000, immutable", true);
    }

    /**
     * The fields for an answer.
     *
     * @param path the path of the request
     * @param overTls whether the request came over TLS
     */
    public Map<String, String> forPath(String path, boolean overTls) {
        boolean tls = alwaysTls || overTls;
        if (path.startsWith("/webjars/")) {
            return tls ? libraryOverTls : library;
        }
        if (path.equals("/api") || path.startsWith("/api/")) {
            return tls ? apiOverTls : api;
        }
        return tls ? pageOverTls : page;
    }

    /** The fields for an answer that is an error, wherever it came from: never to be kept. */
    public Map<String, String> forError(boolean overTls) {
        return alwaysTls || overTls ? apiOverTls : api;
    }

    private static Map<String, String> headers(String contentPolicy, String caching, boolean tls) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", tls ? contentPolicy + "; upgrade-insecure-requests" : contentPolicy);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", PERMISSIONS);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Embedder-Policy", "require-corp");
        headers.put("X-Permitted-Cross-Domain-Policies", "none");
        headers.put("X-DNS-Prefetch-Control", "off");
        headers.put("Cache-Control", caching);
        if (tls) {
            headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        return Collections.unmodifiableMap(headers);
    }
}
