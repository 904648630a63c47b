package io.quantumleap.core.event;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A ledger that is not empty is read by other rules from now on: another choice of lots, another holding period. All of its gains and
 * costs may differ.
 *
 * @param portfolio the portfolio
 * @param owner who owns it
 * @param version the version that the change brought the portfolio to
 * @param from the day of the first transaction
 */
public record PolicyChanged(UUID portfolio, UUID owner, long version, LocalDate from) implements LedgerEvent {

    /** Refuses missing parts. */
    public PolicyChanged {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(from, "from");
    }
}
