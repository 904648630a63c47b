package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.token.PresentedToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the tokens say whose signatures were verified before, by their SHA-256: a good signature stays good, and verifying one
 * takes longer than all other checks together. Whether its key is still accepted is asked each time, elsewhere. Bounded; the
 * one that was not seen for longest goes first.
 */
final class GenuineTokens {

    private static final int MOST = 2_000;

    private final Map<String, PresentedToken> byDigest = Collections.synchronizedMap(new Latest());

    private static final class Latest extends LinkedHashMap<String, PresentedToken> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PresentedToken> eldest) {
            return size() > MOST;
        }
    }

    Optional<PresentedToken> find(BearerToken token) {
        return Optional.ofNullable(byDigest.get(digest(token)));
    }

    void add(BearerToken token, PresentedToken said) {
        byDigest.put(digest(token), said);
    }

    private static String digest(BearerToken token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.compact().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
