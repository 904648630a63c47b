package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.LedgerEvent;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What comes of transactions that are recorded together, without keeping them. Not safe for use by many threads. */
final class Recorded {

    private final Portfolio held;
    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<String, BigDecimal> changedCash = new TreeMap<>();
    private LedgerExtent extent;
    private int count;
    private @Nullable Transaction first;
    private @Nullable LocalDate earliest;
    private long lastSequence;

    /**
     * @param held the portfolio before them
     * @param balances its balances before them
     */
    Recorded(Portfolio held, List<Balance> balances) {
        this.held = held;
        this.extent = held.ledger();
        for (Balance balance : balances) {
            if (balance.kind() == Balance.Kind.CASH) {
                cash.put(balance.unit(), balance.amount());
            }
        }
    }

    /** The next transaction, in their sequence. Returns it. */
    Transaction add(Transaction transaction) {
        count++;
        first = Objects.requireNonNullElse(first, transaction);
        earliest = earliest == null || transaction.date().isBefore(earliest) ? transaction.date() : earliest;
        lastSequence = transaction.sequence();
        extent = extent.with(transaction.date());
        boolean takesBack = transaction.reversal() != null;
        for (Money effect : transaction.entry().cashEffects()) {
            if (effect.signum() != 0) {
                move(effect.currency().getCurrencyCode(), takesBack ? effect.negated() : effect);
            }
        }
        return transaction;
    }

    private void move(String currency, Money effect) {
        changedCash.put(currency, cash.merge(currency, effect.amount(), BigDecimal::add));
    }

    /** The balances that they change. */
    List<Balance> balances(Map<Symbol, BigDecimal> units) {
        List<Balance> balances = new ArrayList<>();
        changedCash.forEach((currency, amount) -> balances.add(new Balance(Balance.Kind.CASH, currency, amount)));
        units.forEach((symbol, amount) -> balances.add(new Balance(Balance.Kind.UNITS, symbol.value(), amount)));
        return balances;
    }

    /** The portfolio after them. */
    Portfolio next() {
        return held.with(extent);
    }

    /** The event that tells of them; empty if there were none. */
    Optional<LedgerEvent> event() {
        return first == null || earliest == null
                ? Optional.empty()
                : Optional.of(LedgerFacts.of(next(), new LedgerFacts.Together(count, first, lastSequence, earliest)));
    }
}
