package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for a reply to one provider, its repetitions after failures included.
 *
 * @param id its identity, by which it is settled once
 * @param user on whose account it is
 * @param talk the conversation that it belongs to, or null; read it through {@link #conversation()}
 * @param task what for
 * @param provider who is asked
 * @param model which model
 * @param ownKey whether the user pays the provider by a key of one's own
 * @param at when
 */
public record ModelCall(
        UUID id,
        UserId user,
        @Nullable UUID talk,
        ModelTask task,
        String provider,
        String model,
        boolean ownKey,
        Instant at) {

    /** Refuses missing parts. */
    public ModelCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(at, "at");
    }

    /** The conversation that it belongs to. */
    public Optional<UUID> conversation() {
        return Optional.ofNullable(talk);
    }

    /** The month whose budgets it counts in. */
    public YearMonth month() {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** Whose budgets it counts in; always in this order, so that two calls never wait for each other. */
    public List<Payer> payers() {
        return ownKey ? List.of(Payer.user(user)) : List.of(Payer.EVERYBODY, Payer.user(user));
    }
}
