package io.quantumleap.security.token;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.token.port.KeyVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Replaces the signing key: by and by, so that no request fails, or at once, when the old one may be known to others. Of
 * several instances that do it at the same time one does it.
 */
public final class RotateKeys {

    /** How long a new key is published before it signs; longer than any instance remembers the ring. */
    static final Duration LEAD = Duration.ofSeconds(30);

    private final KeyVault vault;
    private final SigningKeys keys;
    private final UnitOfWork work;
    private final Duration every;
    private final Clock clock;

    /**
     * Wires the use case.
     *
     * @param every how old a key becomes before it is replaced by itself
     */
    public RotateKeys(KeyVault vault, SigningKeys keys, UnitOfWork work, Duration every, Clock clock) {
        this.vault = vault;
        this.keys = keys;
        this.work = work;
        this.every = every;
        this.clock = clock;
    }

    /** Makes the first key of an installation, which signs at once; does nothing when there is one. */
    public void prepare() {
        work.run(() -> {
            vault.lock();
            if (keys.reread().isEmpty()) {
                vault.add(new RingKey(SigningKey.generate(), clock.instant()));
            }
        });
        keys.reread();
    }

    /**
     * Makes a new key that signs in half a minute. The old one is accepted until its last token has expired, so nobody
     * notices. While a new key waits for its beginning no other is made: that one is the answer.
     */
    public RingKey rotate() {
        RingKey next = work.run(() -> {
            vault.lock();
            Instant now = clock.instant();
            KeyRing ring = keys.reread();
            forgetOutlived(ring, now);
            return ring.waiting(now).orElseGet(() -> add(now.plus(LEAD)));
        });
        keys.reread();
        return next;
    }

    /**
     * Makes a new key that signs now and deletes all others: no token that was signed before is accepted any more. Sessions
     * go on, since their refresh tokens are not signed.
     */
    public RingKey replaceAll() {
        RingKey next = work.run(() -> {
            vault.lock();
            vault.all().forEach(old -> vault.remove(old.key().id()));
            return add(clock.instant());
        });
        keys.reread();
        return next;
    }

    /** Replaces a key that has become old, and deletes those that nobody needs any more. To be run now and then. */
    public void rotateIfDue() {
        work.run(() -> {
            vault.lock();
            Instant now = clock.instant();
            KeyRing ring = keys.reread();
            forgetOutlived(ring, now);
            if (!now.isBefore(ring.youngestFrom().plus(every))) {
                add(now.plus(LEAD));
            }
        });
        keys.reread();
    }

    private RingKey add(Instant signsFrom) {
        RingKey next = new RingKey(SigningKey.generate(), signsFrom);
        vault.add(next);
        return next;
    }

    private void forgetOutlived(KeyRing ring, Instant now) {
        ring.outlived(now).forEach(old -> vault.remove(old.id()));
    }
}
