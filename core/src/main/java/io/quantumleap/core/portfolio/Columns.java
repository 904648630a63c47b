package io.quantumleap.core.portfolio;

import java.util.Set;

/** The columns that a row of a type needs and may have, beside date, type, currency, settlement date and external id. */
record Columns(Set<String> required, Set<String> optional) {

    static Columns of(TransactionType type, boolean namesSymbol) {
        return switch (type) {
            case BUY, SHORT -> new Columns(Set.of("symbol", "quantity", "price"), Set.of("fee", "amount"));
            case SELL, COVER -> new Columns(Set.of("symbol", "quantity", "price"), Set.of("fee", "amount", "lot"));
            case DIVIDEND -> new Columns(Set.of("symbol", "amount"), Set.of("fee", "tax"));
            case REINVESTED_DIVIDEND ->
                new Columns(Set.of("symbol", "quantity", "price"), Set.of("fee", "tax", "amount"));
            case INTEREST -> new Columns(Set.of("amount"), Set.of("symbol", "fee", "tax"));
            case FEE, TAX -> new Columns(Set.of("amount"), Set.of("symbol"));
            case DEPOSIT, WITHDRAWAL -> new Columns(Set.of("amount"), Set.of());
            case SPLIT -> new Columns(Set.of("symbol", "quantity"), Set.of("cash_in_lieu"));
            case SPIN_OFF ->
                new Columns(Set.of("symbol", "to_symbol", "quantity", "cost_fraction"), Set.of("cash_in_lieu"));
            case MERGER ->
                new Columns(
                        Set.of("symbol"), Set.of("to_symbol", "quantity", "amount", "cost_fraction", "cash_in_lieu"));
            case SYMBOL_CHANGE -> new Columns(Set.of("symbol", "to_symbol"), Set.of());
            case FX -> new Columns(Set.of("amount", "to_amount", "to_currency"), Set.of("fee"));
            case TRANSFER_IN ->
                namesSymbol
                        ? new Columns(Set.of("symbol", "quantity"), Set.of("price", "acquired"))
                        : new Columns(Set.of("amount"), Set.of());
            case TRANSFER_OUT ->
                namesSymbol
                        ? new Columns(Set.of("symbol", "quantity"), Set.of("lot"))
                        : new Columns(Set.of("amount"), Set.of());
        };
    }

    boolean has(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
