package io.quantumleap.chat.cost;

import io.quantumleap.core.shared.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose spending is counted.
 *
 * @param id a user, or null for everybody together; read it through {@link #user()}
 */
public record Payer(@Nullable UserId id) {

    /** Everybody together, calls with a key of one's own left out: what the installation pays. */
    public static final Payer EVERYBODY = new Payer(null);

    /** One user. */
    public static Payer user(UserId id) {
        return new Payer(id);
    }

    /** The user, or empty for everybody together. */
    public Optional<UserId> user() {
        return Optional.ofNullable(id);
    }
}
