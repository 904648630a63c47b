package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.TransactionFields;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transaction that is to be recorded; the domain knows which fields its type needs. */
public record NewTransactionJson(
        @Nullable @Size(max = 32) String date,
        @Nullable @Size(max = 32) String type,
        @Nullable @Size(max = 64) String symbol,
        @Nullable @Size(max = 64) String quantity,
        @Nullable @Size(max = 64) String price,
        @Nullable @Size(max = 64) String fee,
        @Nullable @Size(max = 64) String amount,
        @Nullable @Size(max = 32) String currency,
        @Nullable @Size(max = 200) String externalId,
        @Nullable @Size(max = 32) String settlementDate,
        @Nullable @Size(max = 64) String toSymbol,
        @Nullable @Size(max = 64) String toAmount,
        @Nullable @Size(max = 32) String toCurrency,
        @Nullable @Size(max = 64) String costFraction,
        @Nullable @Size(max = 5200) String lot,
        @Nullable @Size(max = 64) String tax,
        @Nullable @Size(max = 32) String acquired,
        @Nullable @Size(max = 64) String cashInLieu) {

    TransactionFields fields() {
        return new TransactionFields(
                given(date),
                given(type),
                given(symbol),
                given(quantity),
                given(price),
                given(fee),
                given(amount),
                given(currency),
                given(externalId),
                new TransactionFields.Extras(
                        given(settlementDate),
                        given(toSymbol),
                        given(toAmount),
                        given(toCurrency),
                        given(costFraction),
                        given(lot),
                        given(tax),
                        given(acquired),
                        given(cashInLieu)));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
