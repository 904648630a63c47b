package io.quantumleap.security.account;

import java.text.Normalizer;

/**
 * A password as a person typed it, in one Unicode form (NFKC), so that the same keys on two keyboards give the same password.
 * It never prints itself.
 */
public record Password(String secret) {

    /** Brings the text into the one form. */
    public Password {
        secret = Normalizer.normalize(secret, Normalizer.Form.NFKC);
    }

    /** The number of characters, as a person counts them. */
    public int length() {
        return secret.codePointCount(0, secret.length());
    }

    @Override
    public String toString() {
        return "Password[not shown]";
    }
}
