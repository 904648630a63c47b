package io.quantumleap.core.market.port;

import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.RowErrors;
import java.util.Currency;

/**
 * Takes prices by the stream and merges them at once, in memory that does not grow with their number. Belongs to one
 * thread and one unit of work.
 */
public interface PriceBatch extends AutoCloseable {

    /**
     * Adds one price.
     *
     * @param line the line of the file it stands on
     * @param currency the currency of the symbol, the same for all its prices, old and new
     */
    void add(int line, Symbol symbol, Currency currency, PricePoint price);

    /** The lines that give a symbol a second, different close on one day, each with the code {@code contradiction}. */
    RowErrors contradictions();

    /**
     * Stores the prices: new days are added, known days with another close corrected. Grows {@link
     * PriceHistory#revision()} if anything changed. Called once, when there are no contradictions.
     */
    Counts merge();

    /** Lets go of what was not merged. */
    @Override
    void close();

    /** How many days were added, how many corrected. */
    record Counts(int added, int corrected) {}
}
