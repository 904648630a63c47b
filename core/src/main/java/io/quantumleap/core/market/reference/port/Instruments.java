package io.quantumleap.core.market.reference.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps the reference data of all instruments, those without a price among them. Safe for use by many threads. */
public interface Instruments {

    /** One page of those that match, in symbol order. */
    CursorPage<DescribedInstrument> page(InstrumentFilter filter, PageRequest request);

    /** One of them. */
    Optional<DescribedInstrument> find(Symbol symbol);

    /** Those of the symbols that are known. */
    Map<Symbol, ReferenceData> find(Collection<Symbol> symbols);

    /**
     * All of them, held against changes by others until the current unit of work ends. Whoever changes any calls this
     * first, so that checks and changes see the same.
     */
    Map<Symbol, ReferenceData> hold();

    /**
     * Adds new ones and changes known ones, after {@link #hold()} in the same unit of work. Where the trading days of an instrument
     * become others, all of its prices count as changed, since they may have become stale or fresh.
     *
     * @throws io.quantumleap.core.shared.ConflictException if two would share an identifier that only one can have
     */
    void save(Collection<ReferenceData> changed);
}
