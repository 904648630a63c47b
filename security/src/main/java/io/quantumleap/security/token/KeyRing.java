package io.quantumleap.security.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The signing keys of an installation at one moment: one signs, its successor may be published already, and its predecessors
 * are accepted until the last token that they signed has expired. Immutable.
 */
public final class KeyRing {

    private final List<RingKey> keys;
    private final Duration overlap;

    /**
     * A ring of these keys.
     *
     * @param overlap how long a key is accepted after another took its place: the longest life of a token and a little more
     */
    public KeyRing(List<RingKey> keys, Duration overlap) {
        this.keys =
                keys.stream().sorted(Comparator.comparing(RingKey::signsFrom)).toList();
        this.overlap = overlap;
    }

    /** All keys, in the order of their beginning. */
    public List<RingKey> keys() {
        return keys;
    }

    /** Whether there is no key at all. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * The key that signs now: the one that began last, or the first if none has begun yet.
     *
     * @throws IllegalStateException if the ring is empty
     */
    public SigningKey signing(Instant now) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no signing key.");
        }
        return keys.get(signingIndex(now)).key();
    }

    /** The keys whose signatures are accepted, in the order of their beginning; their public halves are published. */
    public List<SigningKey> accepted(Instant now) {
        return IntStream.range(0, keys.size())
                .filter(index -> !isOutlived(index, now))
                .mapToObj(index -> keys.get(index).key())
                .toList();
    }

    /** The keys that nobody needs any more. */
    public List<SigningKey> outlived(Instant now) {
        return IntStream.range(0, keys.size())
                .filter(index -> isOutlived(index, now))
                .mapToObj(index -> keys.get(index).key())
                .toList();
    }

    /** The key that is published and does not sign yet. */
    public Optional<RingKey> waiting(Instant now) {
        return keys.stream().filter(key -> now.isBefore(key.signsFrom())).findFirst();
    }

    /** When the youngest key begins, or began, to sign; the epoch when there is none. */
    public Instant youngestFrom() {
        return keys.isEmpty() ? Instant.EPOCH : keys.get(keys.size() - 1).signsFrom();
    }

    private boolean isOutlived(int index, Instant now) {
        boolean last = index == keys.size() - 1;
        return !last && !now.isBefore(keys.get(index + 1).signsFrom().plus(overlap));
    }

    private int signingIndex(Instant now) {
        int index = 0;
        while (index + 1 < keys.size() && !now.isBefore(keys.get(index + 1).signsFrom())) {
            index++;
        }
        return index;
    }
}
