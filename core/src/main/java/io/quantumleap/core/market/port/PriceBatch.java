package io.quantumleap.core.market.port;

import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.RowErrors;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes prices by the stream and merges them at once, in memory that does not grow with their number. Belongs to one
 * thread and one unit of work.
 */
public interface PriceBatch extends AutoCloseable {

    /**
     * Adds one day.
     *
     * @param line the line of the file it stands on
     * @param currency the currency of the symbol, the same for all its prices, old and new
     */
    void add(int line, Symbol symbol, Currency currency, PriceBar bar);

    /**
     * The lines that give a symbol another close, open, high, low or volume on one day than an earlier line does, each with
     * the code {@code contradiction}.
     */
    RowErrors contradictions();

    /**
     * Stores the prices: new days are added, known days with another value corrected where the origin {@linkplain
     * io.quantumleap.core.market.PriceOrigin#mayCorrect may}. What a bar leaves out stays as it was. Grows {@link
     * PriceHistory#revision()} if anything changed. Called once, when there are no contradictions.
     */
    Counts merge();

    /** Lets go of what was not merged. */
    @Override
    void close();

    /**
     * What a merge did.
     *
     * @param added how many days were added
     * @param corrected how many were corrected
     * @param changed for each instrument with an added or corrected day the first of them, in symbol order
     */
    record Counts(int added, int corrected, Map<Symbol, LocalDate> changed) {

        /** Nothing. */
        public static final Counts NONE = new Counts(0, 0, Map.of());

        /** Copies the map. */
        public Counts {
            changed = Collections.unmodifiableMap(new TreeMap<>(changed));
        }

        /** Whether everything is as it was. */
        public boolean isEmpty() {
            return added + corrected == 0;
        }
    }
}
