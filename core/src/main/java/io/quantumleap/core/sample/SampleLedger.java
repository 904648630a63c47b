package io.quantumleap.core.sample;

import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down the transactions of the sample portfolio and keeps its cash and shares. Not safe for use by many threads. */
final class SampleLedger {

    private final List<TransactionFields> rows = new ArrayList<>();
    private final Map<String, Integer> shares = new LinkedHashMap<>();
    private BigDecimal cash = BigDecimal.ZERO;

    BigDecimal cash() {
        return cash;
    }

    int shares(String symbol) {
        return shares.getOrDefault(symbol, 0);
    }

    List<TransactionFields> rows() {
        return List.copyOf(rows);
    }

    void buy(LocalDate date, String symbol, int quantity, BigDecimal price, BigDecimal fee) {
        pay(gross(quantity, price).add(fee));
        shares.merge(symbol, quantity, Integer::sum);
        add(
                date,
                TransactionType.BUY,
                symbol,
                Integer.toString(quantity),
                price.toPlainString(),
                fee.toPlainString(),
                "");
    }

    void sell(LocalDate date, String symbol, int quantity, BigDecimal price, BigDecimal fee) {
        receive(gross(quantity, price).subtract(fee));
        shares.merge(symbol, -quantity, Integer::sum);
        add(
                date,
                TransactionType.SELL,
                symbol,
                Integer.toString(quantity),
                price.toPlainString(),
                fee.toPlainString(),
                "");
    }

    void split(LocalDate date, String symbol, int ratio) {
        shares.computeIfPresent(symbol, (known, quantity) -> quantity * ratio);
        add(date, TransactionType.SPLIT, symbol, Integer.toString(ratio), "", "", "");
    }

    void dividend(LocalDate date, String symbol, BigDecimal amount) {
        receive(amount);
        add(date, TransactionType.DIVIDEND, symbol, "", "", "", amount.toPlainString());
    }

    /** Cash that comes in, of a type without a symbol. */
    void receive(LocalDate date, TransactionType type, BigDecimal amount) {
        receive(amount);
        add(date, type, "", "", "", "", amount.toPlainString());
    }

    /** Cash that goes out, of a type without a symbol. */
    void pay(LocalDate date, TransactionType type, BigDecimal amount) {
        pay(amount);
        add(date, type, "", "", "", "", amount.toPlainString());
    }

    private static BigDecimal gross(int quantity, BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    private void receive(BigDecimal amount) {
        cash = cash.add(amount);
    }

    private void pay(BigDecimal amount) {
        if (amount.compareTo(cash) > 0) {
            throw new IllegalStateException("The sample portfolio would be overdrawn.");
        }
        cash = cash.subtract(amount);
    }

    private void add(
            LocalDate date,
            TransactionType type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount) {
        String externalId = String.format(Locale.ROOT, "sample-%03d", rows.size() + 1);
        rows.add(new TransactionFields(
                date.toString(), type.code(), symbol, quantity, price, fee, amount, "USD", externalId));
    }
}
