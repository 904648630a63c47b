package io.quantumleap.core.market.reference;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.PageRequest;
import java.util.Objects;

/** Shows what instruments are, by symbol or by another identifier. Every signed-in user sees them. */
public final class ViewInstruments {

    private final Instruments instruments;

    /** Works on this port. */
    public ViewInstruments(Instruments instruments) {
        this.instruments = Objects.requireNonNull(instruments, "instruments");
    }

    /** One page of those that match, in symbol order. */
    public CursorPage<DescribedInstrument> page(InstrumentFilter filter, PageRequest request) {
        return instruments.page(filter, request);
    }

    /**
     * One of them.
     *
     * @throws MissingObjectException if there is no such instrument
     */
    public DescribedInstrument view(Symbol symbol) {
        return instruments
                .find(symbol)
                .orElseThrow(() -> new MissingObjectException("There is no instrument " + symbol + "."));
    }
}
