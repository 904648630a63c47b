package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.EntryDetails;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.LotName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.Money;
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
        String recordedAt,
        @Nullable String settlementDate,
        @Nullable String toSymbol,
        @Nullable String toAmount,
        @Nullable String toCurrency,
        @Nullable String costFraction,
        @Nullable String lot,
        @Nullable String tax,
        @Nullable String acquired,
        @Nullable String cashInLieu) {

    static TransactionJson of(Transaction transaction) {
        Entry entry = transaction.entry();
        EntryDetails details = entry.details();
        return new TransactionJson(
                transaction.id().toString(),
                entry.date().toString(),
                entry.type().code(),
                entry.symbol().map(Symbol::value).orElse(null),
                entry.quantity()
                        .map(quantity -> Decimals.text(quantity.value()))
                        .orElse(null),
                entry.price().map(price -> Decimals.text(price.amount())).orElse(null),
                Decimals.recorded(entry.fee()),
                Decimals.recorded(entry.statedAmount()),
                entry.currency().getCurrencyCode(),
                entry.externalId().map(ExternalId::value).orElse(null),
                transaction.reversalOf().map(TransactionId::toString).orElse(null),
                transaction.reversedBy().map(TransactionId::toString).orElse(null),
                transaction.reason().map(Reason::value).orElse(null),
                transaction.recordedAt().toString(),
                text(details.settlement()),
                text(details.toSymbol()),
                entry.toAmount().map(Decimals::recorded).orElse(null),
                entry.toAmount()
                        .map(bought -> bought.currency().getCurrencyCode())
                        .orElse(null),
                details.costFraction() == null ? null : Decimals.text(details.costFraction()),
                details.lots().isEmpty() ? null : LotName.text(details.lots()),
                money(details.tax()),
                text(details.acquired()),
                money(details.cashInLieu()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String money(@Nullable Money money) {
        return money == null ? null : Decimals.recorded(money);
    }
}
