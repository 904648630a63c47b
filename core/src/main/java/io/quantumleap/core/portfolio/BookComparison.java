package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ImportPreview.CashChange;
import io.quantumleap.core.portfolio.ImportPreview.HoldingChange;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What more entries would change in a book in the end. Not safe for use by many threads. */
final class BookComparison {

    private final Book before = Book.ofUnits();
    private final Book after = Book.ofUnits();

    /** The next of the recorded and the new entries, in effect order. */
    void take(Step step) {
        if (!step.isNew()) {
            before.put(step.entry());
        }
        after.put(step.entry());
    }

    List<CashChange> cash() {
        Set<String> codes = new TreeSet<>();
        Stream.of(before, after).forEach(book -> book.everyCash()
                .forEach(money -> codes.add(money.currency().getCurrencyCode())));
        return codes.stream()
                .map(Currency::getInstance)
                .map(currency -> new CashChange(before.cash(currency), after.cash(currency)))
                .filter(change -> differ(change.before(), change.after()))
                .toList();
    }

    private static boolean differ(Money one, Money other) {
        return one.minus(other).signum() != 0;
    }

    List<HoldingChange> holdings() {
        Set<Symbol> symbols = new TreeSet<>(before.held());
        symbols.addAll(after.held());
        return symbols.stream()
                .map(symbol -> new HoldingChange(symbol, units(before, symbol), units(after, symbol)))
                .filter(change -> change.before().compareTo(change.after()) != 0)
                .toList();
    }

    private static BigDecimal units(Book book, Symbol symbol) {
        BigDecimal units = book.units(symbol);
        return units.signum() == 0 ? BigDecimal.ZERO : units.stripTrailingZeros();
    }
}
