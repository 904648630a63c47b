package io.quantumleap.core.market.action;

import java.util.Objects;

/** One row of a file of corporate actions as text, before any check; an empty text is a missing cell. */
public record ActionFields(String exDate, String symbol, String type, String ratio, String amount, String currency) {

    /** Refuses null: a missing cell is an empty text. */
    public ActionFields {
        Objects.requireNonNull(exDate, "exDate");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(ratio, "ratio");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }
}
