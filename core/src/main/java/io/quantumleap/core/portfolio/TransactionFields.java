package io.quantumleap.core.portfolio;

import java.util.Objects;

/** One transaction as text, before any check; an empty text is a missing value. */
public record TransactionFields(
        String date,
        String type,
        String symbol,
        String quantity,
        String price,
        String fee,
        String amount,
        String currency,
        String externalId) {

    /** Refuses null: a missing value is an empty text. */
    public TransactionFields {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(externalId, "externalId");
    }
}
