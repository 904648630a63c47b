package io.quantumleap.security.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What attempts are counted by. The typed name is only kept as a hash: people type passwords into the wrong field. */
public record ThrottleKey(String value) {

    /** One name from one address. */
    static ThrottleKey pair(String name, ClientAddress address) {
        return new ThrottleKey("pair:" + sha256(name + '\n' + address.value()));
    }

    /** One name from anywhere. */
    static ThrottleKey account(String name) {
        return new ThrottleKey("account:" + sha256(name));
    }

    /** Any name from one address. */
    static ThrottleKey address(ClientAddress address) {
        return new ThrottleKey("address:" + sha256(address.value()));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
