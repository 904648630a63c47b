package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A price or an exchange rate that a valuation needs and does not have.
 *
 * @param symbol the symbol whose prices would help, such as {@code ACME} or {@code GBP/EUR}
 * @param needed the first day on which one is needed; a price on it or before it will do
 * @param exchangeRate whether it is an exchange rate
 */
public record MissingPrice(Symbol symbol, LocalDate needed, boolean exchangeRate) {

    /** Refuses missing parts. */
    public MissingPrice {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(needed, "needed");
    }

    /** One sentence for people that says what to import. */
    public String message() {
        String what = exchangeRate ? "exchange rate " : "price of ";
        return "There is no " + what + symbol + " on or before " + needed + ". Import prices for the symbol " + symbol
                + ".";
    }
}
