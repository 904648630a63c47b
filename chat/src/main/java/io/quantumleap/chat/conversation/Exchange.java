package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer under way.
 *
 * @param id its identity
 * @param owner who asked
 * @param conversation where the answer is stored
 * @param name the caller's name for it, or null; read it through {@link #key()}
 * @param digest of everything that was asked, to tell a repetition from another question under the same name
 * @param state how far it is
 * @param leaseUntil when it counts as failed if it is still running, because its program died
 * @param answerPosition which turn of the conversation is the answer; 0 while there is none
 * @param suggestions what the user may want to ask next
 */
public record Exchange(
        ExchangeId id,
        UserId owner,
        ConversationId conversation,
        @Nullable IdempotencyKey name,
        String digest,
        State state,
        Instant leaseUntil,
        int answerPosition,
        List<String> suggestions) {

    /** How far an exchange is. */
    public enum State {
        /** The answer is growing. */
        RUNNING,
        /** The answer is stored. */
        DONE,
        /** There is no answer; the name is free again. */
        FAILED
    }

    /** Refuses missing parts and copies the suggestions. */
    public Exchange {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(leaseUntil, "leaseUntil");
        suggestions = List.copyOf(suggestions);
    }

    /** The caller's name for it. */
    public Optional<IdempotencyKey> key() {
        return Optional.ofNullable(name);
    }

    /** How far it is at this moment: one whose program died has failed. */
    public State stateAt(Instant now) {
        return state == State.RUNNING && leaseUntil.isBefore(now) ? State.FAILED : state;
    }
}
