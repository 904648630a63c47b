package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book as a value: what {@link Book#state()} gives, {@link Book#restore} makes the same book from. It depends on the
 * {@link LotMethod} under which the book was kept.
 *
 * @param positions one for each instrument that was ever moved, in symbol order
 * @param cash one amount for each currency that ever had any, in the order of their codes, zeros included
 */
public record BookState(List<OfInstrument> positions, List<Money> cash) {

    /** Nothing at all. */
    public static final BookState EMPTY = new BookState(List.of(), List.of());

    /** Copies the lists. */
    public BookState {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }

    /**
     * One instrument.
     *
     * @param symbol the instrument
     * @param lots its open lots, oldest first; either all of them are owned or all are owed
     * @param lastTrade what it was last traded at, in today's shares, or null
     */
    public record OfInstrument(
            Symbol symbol, List<Lot> lots, @Nullable TradePrice lastTrade) {

        /** Copies the list. */
        public OfInstrument {
            lots = List.copyOf(lots);
        }
    }
}
