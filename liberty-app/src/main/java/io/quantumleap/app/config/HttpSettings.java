package io.quantumleap.app.config;

import java.time.Duration;

/**
 * Where the server listens.
 *
 * @param host a host name or IPv4 address; {@code 0.0.0.0} for all
 * @param port the TCP port
 * @param deadline how long a request may take
 */
public record HttpSettings(String host, int port, Duration deadline) {

    /** The address for a browser on this machine. */
    public String url() {
        return "http://" + (listensEverywhere() ? "localhost" : host) + ":" + port;
    }

    private boolean listensEverywhere() {
        return "0.0.0.0".equals(host);
    }
}
