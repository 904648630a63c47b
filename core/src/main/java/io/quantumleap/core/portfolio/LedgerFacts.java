package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.LedgerEvent;
import io.quantumleap.core.event.TradeBusted;
import io.quantumleap.core.event.TradeExecuted;
import io.quantumleap.core.event.TransactionReversed;
import io.quantumleap.core.event.TransactionsRecorded;
import io.quantumleap.core.market.Symbol;
import java.time.LocalDate;
import java.util.UUID;

/** Says as an event what was recorded in a ledger. */
final class LedgerFacts {

    private LedgerFacts() {}

    /**
     * Transactions that were recorded together.
     *
     * @param count how many, at least one
     * @param first the first of them
     * @param lastSequence the sequence of the last one
     * @param earliest the first day that any of them has
     */
    record Together(int count, Transaction first, long lastSequence, LocalDate earliest) {}

    /**
     * The event that tells it.
     *
     * @param next the portfolio at the version that the transactions brought it to
     */
    static LedgerEvent of(Portfolio next, Together recorded) {
        Transaction first = recorded.first();
        if (recorded.count() == 1 && first.reversal() != null) {
            return reversed(next, first, first.reversal().of());
        }
        if (recorded.count() == 1 && isTrade(first)) {
            return executed(next, first);
        }
        return new TransactionsRecorded(
                next.id().value(),
                next.owner().value(),
                next.version(),
                first.sequence(),
                recorded.lastSequence(),
                recorded.earliest());
    }

    private static boolean isTrade(Transaction transaction) {
        return switch (transaction.type()) {
            case BUY, SELL, SHORT, COVER -> true;
            default -> false;
        };
    }

    private static TradeExecuted executed(Portfolio next, Transaction trade) {
        Entry entry = trade.entry();
        return new TradeExecuted(
                next.id().value(),
                next.owner().value(),
                next.version(),
                trade.id().value(),
                trade.date(),
                trade.type().code(),
                entry.symbol().map(Symbol::value).orElseThrow(),
                entry.quantity().orElseThrow().value(),
                entry.amount().amount(),
                entry.currency().getCurrencyCode());
    }

    private static LedgerEvent reversed(Portfolio next, Transaction reversal, TransactionId wrong) {
        UUID portfolio = next.id().value();
        UUID owner = next.owner().value();
        UUID by = reversal.id().value();
        return isTrade(reversal)
                ? new TradeBusted(portfolio, owner, next.version(), wrong.value(), by, reversal.date())
                : new TransactionReversed(portfolio, owner, next.version(), wrong.value(), by, reversal.date());
    }
}
