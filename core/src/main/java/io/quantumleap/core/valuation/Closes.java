package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.SplitRatio;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of an instrument is worth on a day: its latest close, or before its first close the price it was last
 * traded at. A close from before a split is divided by the split's ratio, because closes are as traded; the close of the
 * day of a split is taken to be after it.
 */
final class Closes {

    private final History history;
    private final Map<Symbol, List<Split>> splits = new HashMap<>();

    /**
     * @param history where the closes are
     * @param marks the splits of the ledger, in date order
     */
    Closes(History history, List<SplitMark> marks) {
        this.history = history;
        for (SplitMark mark : marks) {
            splits.computeIfAbsent(mark.symbol(), none -> new ArrayList<>())
                    .add(new Split(mark.date(), SplitRatio.of(mark.ratio())));
        }
    }

    /** Finds closes. */
    @FunctionalInterface
    interface History {

        /** The latest close that is not after the day. */
        Optional<Quote> onOrBefore(Symbol symbol, LocalDate day);
    }

    private record Split(LocalDate date, SplitRatio ratio) {}

    /** The price of one unit, its day and its source. */
    record UnitPrice(Money price, LocalDate date, PriceSource source) {}

    /** The price of one unit at the end of a day; the book is as of that day. */
    Optional<UnitPrice> price(Symbol symbol, LocalDate day, Book book) {
        return history.onOrBefore(symbol, day)
                .map(quote -> new UnitPrice(afterSplits(quote, day), quote.date(), PriceSource.CLOSE))
                .or(() -> book.lastTrade(symbol)
                        .map(trade -> new UnitPrice(trade.price(), trade.date(), PriceSource.TRADE)));
    }

    private Money afterSplits(Quote quote, LocalDate day) {
        BigDecimal price = quote.close().amount();
        for (Split split : splits.getOrDefault(quote.symbol(), List.of())) {
            if (split.date().isAfter(quote.date()) && !split.date().isAfter(day)) {
                price = split.ratio().scalePrice(price);
            }
        }
        return new Money(price, quote.close().currency());
    }
}
