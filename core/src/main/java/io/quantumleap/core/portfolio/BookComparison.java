package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ImportPreview.CashChange;
import io.quantumleap.core.portfolio.ImportPreview.HoldingChange;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What more entries would change in a book in the end. */
final class BookComparison {

    private final Book before;
    private final Book after;

    /**
     * @param recorded what is in the ledger, in effect order
     * @param fresh what would come in, in recording order
     */
    BookComparison(LotMethod method, List<Entry> recorded, List<Entry> fresh) {
        before = book(method, recorded);
        List<Entry> all = new ArrayList<>(recorded);
        all.addAll(fresh);
        // Stable: on one day what is recorded comes first, as it does when the file is imported.
        all.sort(Comparator.comparing(Entry::date));
        after = book(method, all);
    }

    private static Book book(LotMethod method, List<Entry> entries) {
        Book book = new Book(method);
        entries.forEach(book::put);
        return book;
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
