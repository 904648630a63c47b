package io.quantumleap.app.it.ledger;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A transaction as the server lists it. */
record LedgerRow(
        String id,
        String date,
        String type,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal amount,
        String externalId,
        boolean reversal,
        boolean reversed) {

    private static LedgerRow of(JsonObject json) {
        return new LedgerRow(
                json.getString("id"),
                json.getString("date"),
                json.getString("type"),
                number(json, "quantity"),
                number(json, "price"),
                number(json, "amount"),
                json.getString("external_id", ""),
                json.containsKey("reversal_of") && !json.isNull("reversal_of"),
                json.containsKey("reversed_by") && !json.isNull("reversed_by"));
    }

    private static BigDecimal number(JsonObject json, String name) {
        return new BigDecimal(json.getString(name, "0"));
    }

    /** Everything in a portfolio, in the order in which it takes effect. */
    static List<LedgerRow> all(ApiClient client, String portfolio) {
        List<LedgerRow> rows = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = client.get(portfolio + "/transactions?limit=200" + cursor);
            page.json().getJsonArray("items").stream()
                    .map(JsonValue::asJsonObject)
                    .map(LedgerRow::of)
                    .forEach(rows::add);
            String next = page.json().getString("next_cursor", "");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        Collections.reverse(rows);
        return rows;
    }

    /** Whether it counts. */
    boolean isEffective() {
        return !reversal && !reversed;
    }

    /** What it does to the cash; worked out here, not by the program under test. */
    BigDecimal cash() {
        return switch (type) {
            case "deposit" -> amount;
            case "withdrawal" -> amount.negate();
            case "buy" -> quantity.multiply(price).negate();
            case "sell" -> quantity.multiply(price);
            default -> throw new AssertionError("No writer writes a " + type);
        };
    }

    /** What it does to the shares that are held. */
    BigDecimal units() {
        return switch (type) {
            case "buy" -> quantity;
            case "sell" -> quantity.negate();
            default -> BigDecimal.ZERO;
        };
    }
}
