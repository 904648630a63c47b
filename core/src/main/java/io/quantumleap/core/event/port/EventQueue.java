package io.quantumleap.core.event.port;

import io.quantumleap.core.event.DeadLetter;
import io.quantumleap.core.event.Delivery;
import io.quantumleap.core.event.LetterId;
import io.quantumleap.core.event.OutboxState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What of the outbox still has to be delivered: one delivery for each event and consumer, kept until it is done. Several programs may
 * work on one queue. Safe for use by many threads.
 */
public interface EventQueue {

    /** Makes sure that from now on every event is kept for these consumers too. */
    void register(Collection<String> consumers, Instant now);

    /**
     * Takes a delivery that is due, held until the current unit of work ends: nobody else gets it meanwhile. It is the first of its
     * aggregate that its consumer still has to get, so that the order is kept.
     */
    Optional<Delivery> claim(Collection<String> consumers, Instant now);

    /** Notes in the current unit of work that a claimed delivery was made. */
    void done(LetterId letter);

    /** Notes that a delivery has failed and when to try again. Does nothing if somebody else has made it meanwhile. */
    void failed(LetterId letter, Instant due, String error);

    /** Notes that a delivery has failed for the last time. Does nothing if somebody else has made it meanwhile. */
    void buried(LetterId letter, Instant now, String error);

    /** Makes a dead letter due now, with all its attempts before it. Returns whether there was one. */
    boolean revive(LetterId letter, Instant now);

    /** What is on its way. */
    OutboxState state();

    /** The dead letters, the latest first. */
    List<DeadLetter> deadLetters(int most);

    /** Lets go of events from before a time that every consumer has had. Returns how many. */
    int forget(Instant before, int most);
}
