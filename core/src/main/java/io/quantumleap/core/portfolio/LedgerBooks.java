package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works out what the balances of a ledger are: anew from everything, or from those before and what was added. */
record LedgerBooks(Transactions transactions) {

    private static final int PAGE = 5_000;

    /** Every balance of a ledger, from its transactions that count, in effect order. */
    static List<Balance> balances(Collection<Transaction> effective) {
        // Units and cash are the same under every method; under this one no named lot can be missing.
        Book book = new Book(LotMethod.AVERAGE_COST);
        effective.forEach(transaction -> book.put(transaction.entry()));
        BookState state = book.state();
        List<Balance> balances = new ArrayList<>();
        state.cash().forEach(money -> balances.add(cash(money)));
        state.positions().forEach(one -> balances.add(units(one.symbol(), book.units(one.symbol()))));
        return balances;
    }

    private static Balance cash(Money money) {
        return new Balance(Balance.Kind.CASH, money.currency().getCurrencyCode(), money.amount());
    }

    private static Balance units(Symbol symbol, BigDecimal units) {
        return new Balance(Balance.Kind.UNITS, symbol.value(), units);
    }

    /** The balances that change when these are recorded; the units after them are known from their check. */
    List<Balance> after(PortfolioId portfolio, List<Transaction> recorded, Map<Symbol, BigDecimal> units) {
        Map<String, BigDecimal> cash = new TreeMap<>();
        for (Balance balance : transactions.balances(portfolio)) {
            if (balance.kind() == Balance.Kind.CASH) {
                cash.put(balance.unit(), balance.amount());
            }
        }
        Map<String, BigDecimal> changed = new TreeMap<>();
        for (Transaction transaction : recorded) {
            for (Money effect : transaction.entry().cashEffects()) {
                BigDecimal amount = transaction.reversal() == null
                        ? effect.amount()
                        : effect.amount().negate();
                if (amount.signum() != 0) {
                    changed.put(
                            effect.currency().getCurrencyCode(),
                            cash.merge(effect.currency().getCurrencyCode(), amount, BigDecimal::add));
                }
            }
        }
        List<Balance> balances = new ArrayList<>();
        changed.forEach((currency, amount) -> balances.add(new Balance(Balance.Kind.CASH, currency, amount)));
        units.forEach((symbol, amount) -> balances.add(units(symbol, amount)));
        return balances;
    }

    /** Posts what was recorded without postings, by a server of an older version, and works the balances out anew. */
    void catchUp(PortfolioId portfolio, long lastSequence) {
        if (transactions.bookedUntil(portfolio) < lastSequence) {
            rebuild(portfolio);
        }
    }

    /** Posts what has no postings and replaces the balances by what the transactions add up to. */
    void rebuild(PortfolioId portfolio) {
        long booked = transactions.bookedUntil(portfolio);
        List<Transaction> page = transactions.recorded(portfolio, booked, PAGE);
        while (!page.isEmpty()) {
            transactions.post(portfolio, page);
            page = transactions.recorded(portfolio, page.get(page.size() - 1).sequence(), PAGE);
        }
        transactions.replaceBalances(portfolio, balances(transactions.effective(portfolio)));
    }
}
