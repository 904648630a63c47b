package io.quantumleap.security.account.port;

import io.quantumleap.security.account.Password;

/** Passwords that were stolen somewhere and became known to guessers. */
@FunctionalInterface
public interface BreachedPasswords {

    /** Nothing is known. */
    BreachedPasswords NONE = password -> false;

    /** Whether this password is among them; safe for use by many threads. */
    boolean contain(Password password);
}
