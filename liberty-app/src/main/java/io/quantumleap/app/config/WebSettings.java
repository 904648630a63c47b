package io.quantumleap.app.config;

import io.quantumleap.security.headers.Origin;
import io.quantumleap.security.limit.Network;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What stands between browsers and the server.
 *
 * @param origins the other origins whose pages may use the API
 * @param withheldHeader the header field that the endpoint takes out of every answer
 * @param trustedProxies the proxies that are believed about where a request is from
 * @param tlsRemembered how long browsers remember to use TLS
 * @param tlsPreload whether the domain asks to be built into browsers
 */
public record WebSettings(
        Set<Origin> origins,
        String withheldHeader,
        List<Network> trustedProxies,
        Duration tlsRemembered,
        boolean tlsPreload) {

    /** Copies the collections. */
    public WebSettings {
        origins = Set.copyOf(origins);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
