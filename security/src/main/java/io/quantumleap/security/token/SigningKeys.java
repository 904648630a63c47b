package io.quantumleap.security.token;

import io.quantumleap.security.token.port.KeyVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The ring as this instance sees it: read from the vault again when it is a few seconds old, so that what one instance
 * changes every instance knows soon, and long before a new key begins to sign. Safe for use by many threads.
 */
public final class SigningKeys {

    /** How old the ring may be. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Reading(KeyRing ring, Instant at) {}

    private final KeyVault vault;
    private final Duration overlap;
    private final Clock clock;
    private volatile Reading last = new Reading(new KeyRing(List.of(), Duration.ZERO), Instant.MIN);

    /**
     * Stands on a vault.
     *
     * @param overlap how long a key is accepted after another took its place
     */
    public SigningKeys(KeyVault vault, Duration overlap, Clock clock) {
        this.vault = vault;
        this.overlap = overlap;
        this.clock = clock;
    }

    /** The key that new tokens are signed with. */
    public SigningKey active() {
        Instant now = clock.instant();
        return ring(now).signing(now);
    }

    /** Every key whose signatures are accepted, the active one included; their public halves are published. */
    public List<SigningKey> accepted() {
        Instant now = clock.instant();
        return ring(now).accepted(now);
    }

    /** Whether this is the id of a key of ours whose signatures are accepted. */
    public boolean accepts(String id) {
        return accepted().stream().anyMatch(key -> key.id().equals(id));
    }

    /** The whole ring. */
    public KeyRing ring() {
        return ring(clock.instant());
    }

    /** The ring as the vault has it now. */
    KeyRing reread() {
        KeyRing ring = new KeyRing(vault.all(), overlap);
        last = new Reading(ring, clock.instant());
        return ring;
    }

    private KeyRing ring(Instant now) {
        Reading reading = last;
        return reading.ring().isEmpty() || !now.isBefore(reading.at().plus(REMEMBERED)) ? reread() : reading.ring();
    }
}
