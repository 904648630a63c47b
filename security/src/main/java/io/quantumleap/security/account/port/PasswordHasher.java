package io.quantumleap.security.account.port;

import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;

/**
 * Hashes passwords slowly, with a new salt each time. Safe for use by many threads, of which only a bounded number compute at
 * once.
 */
public interface PasswordHasher {

    /**
     * A hash with the parameters of today.
     *
     * @throws OverloadedException if too many are waiting
     */
    PasswordHash hash(Password password);

    /**
     * Whether the hash was made from this password. Takes as long whether it was or not.
     *
     * @throws OverloadedException if too many are waiting
     */
    boolean matches(Password password, PasswordHash hash);

    /** Whether the hash was made with weaker parameters than those of today. */
    boolean isOutdated(PasswordHash hash);

    /** Whether so many are waiting that one more would be refused now; asked first, a flood costs nothing else either. */
    boolean isFull();
}
