package io.quantumleap.security.vault;

/**
 * What was done to encrypted secrets.
 *
 * @param secrets how many there are
 * @param changed how many were encrypted with an older master key and are encrypted with the first one now
 */
public record Reencrypted(int secrets, int changed) {

    /** Nothing there. */
    public static final Reencrypted NOTHING = new Reencrypted(0, 0);

    /** Both together. */
    public Reencrypted plus(Reencrypted more) {
        return new Reencrypted(secrets + more.secrets, changed + more.changed);
    }
}
