package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.session.RefreshToken;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Locale;

/**
 * The cookie that holds the refresh token: out of reach for scripts, sent to the sign-in routes of this site alone, never
 * along with a request that another site started.
 *
 * @param alwaysSecure whether it may only travel over TLS, also when the server itself sees plain HTTP behind a proxy
 */
public record RefreshCookie(boolean alwaysSecure) {

    /** Its name. */
    public static final String NAME = "ql_refresh";

    private static final String PATH = "/api/auth";

    /** The header value that sets it. */
    String set(RefreshToken token, Duration lifetime, boolean overTls) {
        return header(token.secret(), lifetime.toSeconds(), overTls);
    }

    /** The header value that removes it. */
    String clear(boolean overTls) {
        return header("", 0, overTls);
    }

    /** Written by hand, because what {@link NewCookie} writes differs from server to server. */
    private String header(String value, long maxAge, boolean overTls) {
        String secure = alwaysSecure || overTls ? "; Secure" : "";
        return String.format(
                Locale.ROOT,
                "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s",
                NAME,
                value,
                PATH,
                maxAge,
                secure);
    }
}
