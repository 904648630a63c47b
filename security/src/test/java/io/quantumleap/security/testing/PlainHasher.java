package io.quantumleap.security.testing;

import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.port.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes by writing the password down; counts how often it was asked, since equal work is part of the promise. */
public final class PlainHasher implements PasswordHasher {

    /** Whether it takes nothing more. */
    public boolean full;

    /** How many comparisons were made. */
    public final AtomicInteger comparisons = new AtomicInteger();

    private volatile boolean busy;

    /** From now on, or no longer, there is no room for another hash. */
    public void busy(boolean now) {
        busy = now;
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash("plain2:" + password.secret());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        if (busy) {
            throw new OverloadedException();
        }
        comparisons.incrementAndGet();
        return hash.encoded().substring(hash.encoded().indexOf(':') + 1).equals(password.secret());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hash.encoded().startsWith("plain1:");
    }

    @Override
    public boolean isFull() {
        return full;
    }
}
