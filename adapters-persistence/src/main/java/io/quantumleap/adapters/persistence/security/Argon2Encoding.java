package io.quantumleap.adapters.persistence.security;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param salt in base64 without padding
 * @param hash in base64 without padding
 */
record Argon2Encoding(Cost cost, String salt, String hash) {

    /** What is used for new hashes. */
    static final Cost TODAY = new Cost(19_456, 2, 1);

    private static final int MOST_KIB = 1 << 20;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Memory in KiB, passes over it, and lanes. */
    record Cost(int kib, int passes, int lanes) {

        Argon2Parameters parameters(byte[] salt) {
            return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build();
        }
    }

    /**
     * Reads a stored hash.
     *
     * @throws IllegalStateException if it is none, or asks for a cost that would stop the server
     */
    static Argon2Encoding parse(String encoded) {
        Matcher parts = FORM.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash is not an Argon2id hash.");
        }
        Cost cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (cost.kib() > MOST_KIB || cost.passes() > MOST_PASSES || cost.lanes() > MOST_LANES) {
            throw new IllegalStateException("A stored password hash has a cost out of bounds.");
        }
        return new Argon2Encoding(cost, parts.group(4), parts.group(5));
    }

    static Argon2Encoding of(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new Argon2Encoding(cost, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    String encoded() {
        return "$argon2id$v=19$m=" + cost.kib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + salt + "$"
                + hash;
    }
}
