package io.quantumleap.security.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 10.0.0.0/8}, {@code 192.0.2.7} or {@code 2001:db8::/32}.
 *
 * @param text as it was written
 * @param address its first address
 * @param prefix how many leading bits count
 */
public record Network(String text, InetAddress address, int prefix) {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads the usual notation.
     *
     * @throws IllegalArgumentException if it is no address or network
     */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!isAddress(parts[0])) {
            throw new IllegalArgumentException("must be addresses or networks such as 10.0.0.0/8");
        }
        InetAddress address = literal(parts[0]);
        int longest = address.getAddress().length * 8;
        int prefix = parts.length == 1 ? longest : number(parts[1]);
        if (prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("must have a prefix that the address is long enough for");
        }
        return new Network(text, address, prefix);
    }

    /** Whether a text is a literal address, which no name server needs to be asked for. */
    public static boolean isAddress(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return false;
        }
        try {
            literal(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Whether an address lies in it. */
    public boolean contains(String candidate) {
        if (!isAddress(candidate)) {
            return false;
        }
        byte[] own = address.getAddress();
        byte[] other = literal(candidate).getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("must be addresses or networks such as 10.0.0.0/8", malformed);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("must be addresses or networks such as 10.0.0.0/8", malformed);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
