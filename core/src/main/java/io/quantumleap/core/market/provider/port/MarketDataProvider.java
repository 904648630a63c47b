package io.quantumleap.core.market.provider.port;

import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import java.time.LocalDate;

/**
 * A live source of prices. Every call ends within a time limit, and what goes wrong is an answer, not an exception. Safe for
 * use by many threads.
 */
public interface MarketDataProvider {

    /** Whether there is one to ask; whatever stands where none is configured says no. */
    default boolean isConfigured() {
        return true;
    }

    /** The name that its prices are kept under. */
    PriceOrigin origin();

    /**
     * The bars of an instrument or exchange rate, as traded.
     *
     * @param from the first day that is wanted; earlier days may be in the answer as well
     */
    ProviderAnswer daily(Symbol symbol, LocalDate from);
}
