package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;

/** Reads symbols from addresses. */
final class SymbolPath {

    private SymbolPath() {}

    /**
     * The symbol.
     *
     * @throws MissingObjectException if the text is none, for then there is nothing of that name either
     */
    static Symbol symbol(String text) {
        try {
            return new Symbol(text);
        } catch (InvalidValueException notASymbol) {
            throw new MissingObjectException("There is no instrument and there are no prices of that symbol.");
        }
    }

    /** The symbol of an exchange rate. */
    static Symbol rate(String base, String quote) {
        return symbol(base + "/" + quote);
    }
}
