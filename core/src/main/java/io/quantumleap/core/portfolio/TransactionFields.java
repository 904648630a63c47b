package io.quantumleap.core.portfolio;

import java.util.Objects;
import java.util.function.UnaryOperator;

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
        String externalId,
        Extras extras) {

    /** What only some kinds of transaction have, as text. */
    public record Extras(
            String settlementDate,
            String toSymbol,
            String toAmount,
            String toCurrency,
            String costFraction,
            String lot,
            String tax,
            String acquired,
            String cashInLieu) {

        /** Nothing of it. */
        public static final Extras NONE = new Extras("", "", "", "", "", "", "", "", "");

        /** Refuses null: a missing value is an empty text. */
        public Extras {
            Objects.requireNonNull(settlementDate, "settlementDate");
            Objects.requireNonNull(toSymbol, "toSymbol");
            Objects.requireNonNull(toAmount, "toAmount");
            Objects.requireNonNull(toCurrency, "toCurrency");
            Objects.requireNonNull(costFraction, "costFraction");
            Objects.requireNonNull(lot, "lot");
            Objects.requireNonNull(tax, "tax");
            Objects.requireNonNull(acquired, "acquired");
            Objects.requireNonNull(cashInLieu, "cashInLieu");
        }
    }

    /** A transaction without anything that only some kinds have. */
    public TransactionFields(
            String date,
            String type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount,
            String currency,
            String externalId) {
        this(date, type, symbol, quantity, price, fee, amount, currency, externalId, Extras.NONE);
    }

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
        Objects.requireNonNull(extras, "extras");
    }

    /**
     * Reads the cells of a row by the names of their columns.
     *
     * @param cell gives the text under a column, empty where there is none
     */
    public static TransactionFields of(UnaryOperator<String> cell) {
        return new TransactionFields(
                cell.apply("date"),
                cell.apply("type"),
                cell.apply("symbol"),
                cell.apply("quantity"),
                cell.apply("price"),
                cell.apply("fee"),
                cell.apply("amount"),
                cell.apply("currency"),
                cell.apply("external_id"),
                new Extras(
                        cell.apply("settlement_date"),
                        cell.apply("to_symbol"),
                        cell.apply("to_amount"),
                        cell.apply("to_currency"),
                        cell.apply("cost_fraction"),
                        cell.apply("lot"),
                        cell.apply("tax"),
                        cell.apply("acquired"),
                        cell.apply("cash_in_lieu")));
    }
}
