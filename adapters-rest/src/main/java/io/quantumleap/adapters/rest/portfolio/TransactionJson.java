package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import org.jspecify.annotations.Nullable;

/** A transaction as JSON. */
public record TransactionJson(
        String id,
        String date,
        String type,
        @Nullable String symbol,
        @Nullable String quantity,
        @Nullable String price,
        String fee,
        String amount,
        String currency,
        @Nullable String externalId,
        @Nullable String reversalOf,
        @Nullable String reversedBy,
        @Nullable String reason,
        String recordedAt) {

    static TransactionJson of(Transaction transaction) {
        Entry entry = transaction.entry();
        return new TransactionJson(
                transaction.id().toString(),
                entry.date().toString(),
                entry.type().code(),
                entry.symbol().map(Symbol::value).orElse(null),
                entry.quantity()
                        .map(quantity -> Decimals.text(quantity.value()))
                        .orElse(null),
                entry.price().map(price -> Decimals.text(price.amount())).orElse(null),
                entry.fee().toPlainString(),
                entry.statedAmount().toPlainString(),
                entry.currency().getCurrencyCode(),
                entry.externalId().map(ExternalId::value).orElse(null),
                transaction.reversalOf().map(TransactionId::toString).orElse(null),
                transaction.reversedBy().map(TransactionId::toString).orElse(null),
                transaction.reason().map(Reason::value).orElse(null),
                transaction.recordedAt().toString());
    }
}
