package io.quantumleap.core.market.port;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the closes of all instruments; they belong to the installation, not to one user. Safe for use by many threads. */
public interface PriceHistory {

    /**
     * A number that grows with every change of any price, so that what was computed from prices can be kept until it
     * changes.
     */
    long revision();

    /** The instruments in symbol order. */
    CursorPage<Instrument> instruments(PageRequest request);

    /** One instrument; empty if it has no price. */
    Optional<Instrument> instrument(Symbol symbol);

    /** The currency of every instrument. */
    Map<Symbol, Currency> currencies();

    /** The currency of one instrument, though it may have no price yet; empty if it is not known. */
    Optional<Currency> currency(Symbol symbol);

    /**
     * The closes of those of the symbols that have any in the range, read in one go.
     *
     * @param from first day, inclusive; each series also starts with the last close before it, if there is one
     * @param to last day, inclusive
     */
    Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to);

    /** For each of the symbols that has one, the latest close that is not after the day, read in one go. */
    Map<Symbol, Quote> latest(Collection<Symbol> symbols, LocalDate onOrBefore);

    /**
     * The first day on which the price of any of the symbols has changed since a revision; empty if none has. What was computed from
     * prices at that revision holds until the day before. {@link LocalDate#MIN} if that is not known any more.
     */
    Optional<LocalDate> firstChange(Collection<Symbol> symbols, long after);

    /**
     * The whole bars of an instrument, in date order.
     *
     * @param from first day, inclusive
     * @param to last day, inclusive
     */
    List<PriceBar> bars(Symbol symbol, LocalDate from, LocalDate to);

    /** Where the close of that very day is from; empty if there is none. */
    Optional<PriceOrigin> origin(Symbol symbol, LocalDate date);

    /**
     * Opens a batch of prices inside the current unit of work. One batch is open at a time in the whole installation; a
     * second one waits. Nothing is seen by others before {@link PriceBatch#merge()} and the end of the unit of work.
     *
     * @param origin where the prices are from
     */
    PriceBatch open(PriceOrigin origin);
}
