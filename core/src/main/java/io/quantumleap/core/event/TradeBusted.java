package io.quantumleap.core.event;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A trade was undone; everything that followed from it has to go back.
 *
 * @param portfolio the portfolio
 * @param owner who owns it
 * @param version the version that the reversal brought the portfolio to
 * @param transaction the trade that does not count any more
 * @param reversal the transaction that undid it
 * @param date the day of the trade
 */
public record TradeBusted(UUID portfolio, UUID owner, long version, UUID transaction, UUID reversal, LocalDate date)
        implements LedgerEvent {

    /** Refuses missing parts. */
    public TradeBusted {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(reversal, "reversal");
        Objects.requireNonNull(date, "date");
    }

    @Override
    public LocalDate from() {
        return date;
    }
}
