package io.quantumleap.security.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from, coarse enough to count: an IPv4 address, or the /64 network of an IPv6 address, since one
 * household or host has at least that many.
 */
public record ClientAddress(String value) {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int NETWORK_BYTES = 8;

    /** Reads an address as the container reports it; anything that is no literal address counts as one place, "unknown". */
    public static ClientAddress of(String reported) {
        if (!LITERAL.matcher(reported).matches()) {
            return new ClientAddress("unknown");
        }
        try {
            InetAddress address = InetAddress.getByName(reported.replaceAll("%.*", ""));
            byte[] bytes = address.getAddress();
            return new ClientAddress(
                    bytes.length <= NETWORK_BYTES
                            ? address.getHostAddress()
                            : HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64");
        } catch (UnknownHostException malformed) {
            return new ClientAddress("unknown");
        }
    }
}
