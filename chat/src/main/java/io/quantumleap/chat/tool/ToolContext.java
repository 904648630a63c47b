package io.quantumleap.chat.tool;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a tool runs. A model cannot change it.
 *
 * @param caller the person who asked; a tool sees what this person may see and nothing more
 * @param focus the portfolio that the person is looking at, or null; read it through {@link #portfolio()}
 */
public record ToolContext(UserId caller, @Nullable PortfolioId focus) {

    /** Refuses a missing caller. */
    public ToolContext {
        Objects.requireNonNull(caller, "caller");
    }

    /** The portfolio that is meant when a call names none; empty for the caller's latest. */
    public Optional<PortfolioId> portfolio() {
        return Optional.ofNullable(focus);
    }
}
