package io.quantumleap.core.event;

import io.quantumleap.core.shared.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Transactions were recorded together: a file, or one that is no trade. A ledger only grows, so whoever needs each of them reads
 * this range of it, and the event is as small for a hundred thousand as for one.
 *
 * @param portfolio the portfolio
 * @param owner who owns it
 * @param version the version that they brought the portfolio to
 * @param firstSequence the place of the first in the ledger
 * @param lastSequence the place of the last, inclusive
 * @param from the earliest day of any of them
 */
public record TransactionsRecorded(
        UUID portfolio, UUID owner, long version, long firstSequence, long lastSequence, LocalDate from)
        implements LedgerEvent {

    /** Refuses missing parts and an empty range. */
    public TransactionsRecorded {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(from, "from");
        if (firstSequence < 1 || lastSequence < firstSequence) {
            throw new InvalidValueException("The range of recorded transactions must hold at least one.");
        }
    }
}
