package io.quantumleap.core.market;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.Pending;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;

/** Takes in a whole file of prices, all of it or nothing, by the stream. Safe for use by many threads. */
public final class ImportPrices {

    /** Works on these ports. */
    public ImportPrices(PriceHistory prices, UnitOfWork work, Clock clock) {}

    /**
     * Stores every row; a known day of a symbol is corrected.
     *
     * @param rows the rows in file order, read once and not kept
     */
    public PriceImport importRows(Iterator<? extends PriceRow> rows) {
        return Optional.<PriceImport>empty().orElseThrow(Pending::rules);
    }
}
