package io.quantumleap.security.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds out where a request really came from. A proxy tells it in {@code X-Forwarded-For}, and so can anybody: the field is
 * read from its end, and only as far as every address on the way is a proxy that the operator named.
 */
public final class TrustedProxies {

    private static final int MOST_HOPS = 20;

    private final List<Network> proxies;

    /** Trusts these; none for a server that is reached directly. */
    public TrustedProxies(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** Whether this address is a proxy of ours. */
    public boolean trusts(String address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * The address of the client.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the lines of {@code X-Forwarded-For}, in their order
     */
    public String clientAddress(String peer, List<String> forwardedFor) {
        String client = peer;
        List<String> hops = hops(forwardedFor);
        Collections.reverse(hops);
        for (String hop : hops.subList(0, Math.min(hops.size(), MOST_HOPS))) {
            if (!trusts(client) || !Network.isAddress(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static List<String> hops(List<String> lines) {
        List<String> hops = new ArrayList<>();
        for (String line : lines) {
            for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        return hops;
    }
}
