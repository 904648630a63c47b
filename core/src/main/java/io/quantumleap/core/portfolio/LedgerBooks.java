package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Works out anew what the balances of a ledger are. */
record LedgerBooks(Transactions transactions) {

    private static final int PAGE = 5_000;

    /** Every balance of a ledger, from its transactions that count. */
    List<Balance> balances(PortfolioId portfolio) {
        Book book = Book.ofUnits();
        transactions.play(portfolio, transaction -> book.put(transaction.entry()));
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
        transactions.replaceBalances(portfolio, balances(portfolio));
    }
}
