package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.TransactionType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A split, for bringing closes from before it to the shares after it.
 *
 * @param symbol the instrument
 * @param date the day of the split
 * @param ratio how many new shares there are for each old one
 */
public record SplitMark(Symbol symbol, LocalDate date, Quantity ratio) {

    /** Refuses missing parts. */
    public SplitMark {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(ratio, "ratio");
    }

    /** Those among the entries. */
    static List<SplitMark> among(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.type() == TransactionType.SPLIT)
                .map(entry -> new SplitMark(
                        entry.symbol().orElseThrow(),
                        entry.date(),
                        entry.quantity().orElseThrow()))
                .toList();
    }
}
