package io.quantumleap.app.it;

import static io.quantumleap.core.history.ExactLot.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.core.history.ExactBook;
import io.quantumleap.core.history.ExactLot;
import io.quantumleap.core.history.Quotations;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The statement of the system that a client comes from: what the server must show to the cent. */
record Statement(ExactBook book, Quotations quotations) {

    void assertMatches(ApiClient adviser, String portfolio, String method) {
        JsonObject holdings = seen(adviser, portfolio + "/holdings");
        assertThat(amounts(holdings.getJsonArray("cash"))).as(method).isEqualTo(cash());
        assertThat(holdings(holdings)).as(method).isEqualTo(holdings());
        assertThat(amount(holdings, "total")).as(method).isEqualTo(total());
        assertThat(lots(seen(adviser, portfolio + "/lots").getJsonArray("items")))
                .as(method)
                .isEqualTo(book.lots().stream().map(Statement::text).toList());
        JsonObject gains = seen(adviser, portfolio + "/gains");
        assertThat(gains(gains.getJsonArray("totals"))).as(method).isEqualTo(gains());
        assertThat(amount(gains, "gain_in_base")).as(method).isEqualTo(dollars(book.total("realised_gain")));
        JsonObject summary = seen(adviser, portfolio + "/summary");
        for (String total : List.of("dividends", "interest", "fees", "taxes", "realised_gain")) {
            assertThat(amount(summary, total)).as(method + " " + total).isEqualTo(dollars(book.total(total)));
        }
    }

    static JsonObject seen(ApiClient adviser, String path) {
        Answer answer = adviser.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String amount(JsonObject json, String field) {
        return json.getJsonObject(field).getString("amount");
    }

    private static String dollars(BigDecimal amount) {
        return rounded(amount, 2).toPlainString();
    }

    private static String money(BigDecimal amount, String currency) {
        return rounded(amount, Quotations.digits(currency)).toPlainString();
    }

    private static Map<String, String> amounts(JsonArray all) {
        Map<String, String> amounts = new TreeMap<>();
        all.getValuesAs(JsonObject.class)
                .forEach(money -> amounts.put(money.getString("currency"), money.getString("amount")));
        return amounts;
    }

    private Map<String, String> cash() {
        Map<String, String> amounts = new TreeMap<>();
        book.cash().forEach((currency, amount) -> amounts.put(currency, money(amount, currency)));
        return amounts;
    }

    private BigDecimal units(String symbol) {
        return book.lots().stream()
                .filter(lot -> lot.symbol().equals(symbol))
                .map(lot -> lot.owed() ? lot.quantity().negate() : lot.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal worth(String symbol) {
        return quotations.inDollars(
                units(symbol).multiply(quotations.last(symbol)), quotations.currency(symbol), quotations.lastDay());
    }

    private Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        book.lots().forEach(lot -> symbols.add(lot.symbol()));
        return symbols;
    }

    private static List<String> holdings(JsonObject holdings) {
        return holdings.getJsonArray("holdings").getValuesAs(JsonObject.class).stream()
                .map(holding -> String.join(
                        " ",
                        holding.getString("symbol"),
                        holding.getString("side"),
                        holding.getString("quantity"),
                        amount(holding, "value"),
                        amount(holding, "cost")))
                .sorted()
                .toList();
    }

    private List<String> holdings() {
        return symbols().stream()
                .map(symbol -> String.join(
                        " ",
                        symbol,
                        units(symbol).signum() < 0 ? "short" : "long",
                        units(symbol).abs().stripTrailingZeros().toPlainString(),
                        dollars(worth(symbol)),
                        dollars(book.costInDollars(symbol))))
                .sorted()
                .toList();
    }

    private String total() {
        LocalDate day = quotations.lastDay();
        BigDecimal cash = book.cash().entrySet().stream()
                .map(money -> quotations.inDollars(money.getValue(), money.getKey(), day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return dollars(symbols().stream().map(symbol -> worth(symbol)).reduce(cash, BigDecimal::add));
    }

    private static List<String> lots(JsonArray items) {
        return items.getValuesAs(JsonObject.class).stream()
                .map(lot -> String.join(
                        " ",
                        lot.getString("symbol"),
                        lot.getString("side"),
                        lot.getString("opened"),
                        lot.getString("acquired"),
                        lot.getString("quantity"),
                        amount(lot, "cost"),
                        lot.getJsonObject("cost").getString("currency"),
                        lot.getString("name", "")))
                .toList();
    }

    private static String text(ExactLot lot) {
        return String.join(
                " ",
                lot.symbol(),
                lot.owed() ? "short" : "long",
                lot.opened().toString(),
                lot.acquired().toString(),
                lot.quantity().stripTrailingZeros().toPlainString(),
                money(lot.cost(), lot.currency()),
                lot.currency(),
                lot.name());
    }

    private static Map<String, List<String>> gains(JsonArray totals) {
        Map<String, List<String>> gains = new TreeMap<>();
        totals.getValuesAs(JsonObject.class)
                .forEach(total -> gains.put(
                        total.getString("currency"),
                        List.of(
                                text(total, "proceeds"),
                                text(total, "cost"),
                                text(total, "short_term_gain"),
                                text(total, "long_term_gain"))));
        return gains;
    }

    private static String text(JsonObject total, String field) {
        JsonValue value = total.get(field);
        return value instanceof JsonObject money ? money.getString("amount") : total.getString(field);
    }

    private Map<String, List<String>> gains() {
        Map<String, List<String>> gains = new TreeMap<>();
        book.gains()
                .forEach((currency, one) -> gains.put(
                        currency,
                        List.of(
                                money(one.proceeds(), currency),
                                money(one.cost(), currency),
                                money(one.shortTerm(), currency),
                                money(one.longTerm(), currency))));
        return gains;
    }
}
