package io.quantumleap.core.market;

import java.util.Objects;

/**
 * One row of a prices file as text, before any check; an empty text is a missing cell.
 */
public record PriceFields(
        String date,
        String symbol,
        String close,
        String open,
        String high,
        String low,
        String volume,
        String currency) {

    /** Refuses null: a missing cell is an empty text. */
    public PriceFields {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(close, "close");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(volume, "volume");
        Objects.requireNonNull(currency, "currency");
    }

    /** A row with a close and nothing more; the currency may be empty. */
    public static PriceFields close(String date, String symbol, String close, String currency) {
        return new PriceFields(date, symbol, close, "", "", "", "", currency);
    }
}
