package io.quantumleap.chat.model;

import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reply is wanted for and on whose account. It decides which provider is asked and whose budget pays; the model never
 * sees it.
 *
 * @param task what is asked for
 * @param payer the user on whose account it is, or null for nobody's; read it through {@link #user()}
 * @param talk the conversation that it belongs to, or null; read it through {@link #conversation()}
 * @param avoiding the providers that broke off a reply to this question before
 */
public record CallPurpose(
        ModelTask task, @Nullable UserId payer, @Nullable UUID talk, Set<String> avoiding) {

    /** An answer on nobody's account. */
    public static final CallPurpose NONE = new CallPurpose(ModelTask.CHAT, null, null, Set.of());

    /** Refuses a missing task and copies the set. */
    public CallPurpose {
        Objects.requireNonNull(task, "task");
        avoiding = Set.copyOf(avoiding);
    }

    /** The user on whose account it is. */
    public Optional<UserId> user() {
        return Optional.ofNullable(payer);
    }

    /** The conversation that it belongs to. */
    public Optional<UUID> conversation() {
        return Optional.ofNullable(talk);
    }
}
