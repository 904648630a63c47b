package io.quantumleap.security.headers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which header fields go with an answer, after the OWASP Secure Headers Project. An answer of the API may run and show
 * nothing at all; the page may use this server's own scripts, styles and pictures, none of them inline. Immutable.
 */
public final class SecurityHeaders {

    /** Where browsers report what the page's policy kept them from loading. */
    public static final String REPORTS = "/api/security/content-reports";

    private static final String API_POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; report-uri " + SecurityHeaders.REPORTS + "; report-to content";

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
            + " payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
            + " xr-spatial-tracking=()";

    private final TransportPolicy transport;
    private final Map<String, String> api;
    private final Map<String, String> apiOverTls;
    private final Map<String, String> page;
    private final Map<String, String> pageOverTls;
    private final Map<String, String> library;
    private final Map<String, String> libraryOverTls;

    /**
     * The fields for a server.
     *
     * @param transport what is told to browsers about TLS
     */
    public SecurityHeaders(TransportPolicy transport) {
        this.transport = transport;
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
        boolean tls = transport.always() || overTls;
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
        return transport.always() || overTls ? apiOverTls : api;
    }

    private Map<String, String> headers(String contentPolicy, String caching, boolean tls) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", tls ? contentPolicy + "; upgrade-insecure-requests" : contentPolicy);
        if (contentPolicy.contains("report-to")) {
            headers.put("Reporting-Endpoints", "content=\"" + REPORTS + "\"");
        }
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
            headers.put("Strict-Transport-Security", transport.field());
        }
        return Collections.unmodifiableMap(headers);
    }
}
