package io.quantumleap.security.flag;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.flag.port.FlagStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * How the flags stand, at most two seconds old on every instance. While the store cannot be read, they stand as they stood;
 * before it was ever read, as they stand by default. Safe for use by many threads.
 */
public final class FeatureFlags {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final FlagStore store;
    private final Clock clock;
    private final Consumer<RuntimeException> unreadable;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Positions known = new Positions(Map.of(), Instant.MIN);

    private record Positions(Map<Flag, FlagState> states, Instant readAt) {}

    /** @param unreadable told when the store could not be read */
    public FeatureFlags(FlagStore store, Clock clock, Consumer<RuntimeException> unreadable) {
        this.store = store;
        this.clock = clock;
        this.unreadable = unreadable;
    }

    /** Whether a protection is on, or a feature is on for everybody. */
    public boolean isOn(Flag flag) {
        FlagState state = state(flag);
        return state.on() && state.percentage() == FlagState.EVERYBODY;
    }

    /** Whether a flag is on for a person: always the same answer for the same person and share, on every instance. */
    public boolean isOn(Flag flag, UserId user) {
        FlagState state = state(flag);
        return state.on() && bucket(flag, user) < state.percentage();
    }

    /** How a flag stands. */
    public FlagState state(Flag flag) {
        return current().states().getOrDefault(flag, flag.standard());
    }

    /** Reads the store at the next question. */
    void forget() {
        known = new Positions(known.states(), Instant.MIN);
    }

    private Positions current() {
        Positions positions = known;
        boolean old = positions.readAt().equals(Instant.MIN)
                || clock.instant().isAfter(positions.readAt().plus(FRESH));
        if (old && reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
        return known;
    }

    private void read() {
        try {
            known = new Positions(Map.copyOf(store.all()), clock.instant());
        } catch (RuntimeException notNow) {
            known = new Positions(known.states(), clock.instant());
            unreadable.accept(notNow);
        }
    }

    /** From 0 to 99; different flags divide people differently. */
    private static int bucket(Flag flag, UserId user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((flag.code() + ":" + user).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(ByteBuffer.wrap(digest).getInt(), FlagState.EVERYBODY);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
