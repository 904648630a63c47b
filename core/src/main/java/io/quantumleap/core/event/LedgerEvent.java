package io.quantumleap.core.event;

import java.time.LocalDate;
import java.util.UUID;

/** A change of one portfolio's ledger. */
public sealed interface LedgerEvent extends DomainEvent
        permits TradeExecuted, TradeBusted, TransactionsRecorded, TransactionReversed, PolicyChanged {

    /** The portfolio. */
    UUID portfolio();

    /** Who owns it. */
    UUID owner();

    /** The version that the change brought the portfolio to. */
    long version();

    /** The first day on which anything is different. */
    LocalDate from();

    @Override
    default Aggregate aggregate() {
        return Aggregate.portfolio(portfolio());
    }
}
