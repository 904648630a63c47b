package io.quantumleap.security.vault.port;

import io.quantumleap.security.vault.Reencrypted;

/** Secrets of one kind, each encrypted with a master key: one of those that still count. */
public interface EncryptedSecrets {

    /**
     * Encrypts those anew that were not encrypted with the first master key; takes part in the caller's unit of work, and
     * nobody changes them meanwhile.
     */
    Reencrypted reencrypt();
}
