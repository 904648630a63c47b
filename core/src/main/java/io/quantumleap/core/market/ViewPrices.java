package io.quantumleap.core.market;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.MissingObjectException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Shows the closes of one instrument. Prices belong to the installation: every signed-in user sees them. */
public final class ViewPrices {

    private final PriceHistory prices;

    /** Works on this port. */
    public ViewPrices(PriceHistory prices) {
        this.prices = Objects.requireNonNull(prices, "prices");
    }

    /**
     * All closes of an instrument.
     *
     * @throws MissingObjectException if the symbol has no price
     */
    public PriceSeries all(Symbol symbol) {
        Instrument instrument = instrument(symbol);
        return between(symbol, instrument.firstDate(), instrument.lastDate());
    }

    /**
     * The closes of an instrument in a range of days, both inclusive; perhaps none.
     *
     * @throws MissingObjectException if the symbol has no price
     */
    public PriceSeries between(Symbol symbol, LocalDate from, LocalDate to) {
        Instrument instrument = instrument(symbol);
        PriceSeries found = prices.series(List.of(symbol), from, to).get(symbol);
        return found == null ? PriceSeries.empty(symbol, instrument.currency()) : found.from(from);
    }

    /**
     * The whole bars of an instrument in a range of days, both inclusive; perhaps none.
     *
     * @throws MissingObjectException if the symbol has no price
     */
    public List<PriceBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return prices.bars(instrument(symbol).symbol(), from, to);
    }

    /**
     * The currency of an instrument's prices.
     *
     * @throws MissingObjectException if the symbol has no price
     */
    public Currency currency(Symbol symbol) {
        return instrument(symbol).currency();
    }

    private Instrument instrument(Symbol symbol) {
        return prices.instrument(symbol)
                .orElseThrow(() -> new MissingObjectException("There are no prices of " + symbol + "."));
    }
}
