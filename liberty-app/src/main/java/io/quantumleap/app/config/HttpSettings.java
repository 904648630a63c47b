package io.quantumleap.app.config;

/**
 * Where the server listens.
 *
 * @param host a host name or IPv4 address; {@code 0.0.0.0} for all
 * @param port the TCP port
 */
public record HttpSettings(String host, int port) {

    /** The address for a browser on this machine. */
    public String url() {
        return "http://" + (listensEverywhere() ? "localhost" : host) + ":" + port;
    }

    private boolean listensEverywhere() {
        return "0.0.0.0".equals(host);
    }
}
