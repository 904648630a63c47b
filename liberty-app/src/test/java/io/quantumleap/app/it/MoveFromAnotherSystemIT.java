package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.core.history.ExactBook;
import io.quantumleap.core.history.HistoryLine;
import io.quantumleap.core.history.InventedHistory;
import io.quantumleap.core.history.Quotations;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A client comes from another system with ten years of history: forty thousand transactions in three currencies. What the server makes of
 * them is held against an account that shares nothing with it.
 */
class MoveFromAnotherSystemIT {

    private static final int TRANSACTIONS = 40_000;
    private static final int OF_THE_SMALL_ONES = 3_000;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        // A machine that does much else at the same time may take longer than a person would wait.
        server = ServerProcess.setup()
                .with("quantumleap.http.deadline", "PT5M")
                .with("quantumleap.database.statement-timeout", "PT2M")
                .start();
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApiClient adviser() {
        return server.client().signedIn(server.firstSignIn());
    }

    private static String opened(JsonObject policy) {
        Answer opened = adviser()
                .post(
                        "/api/portfolio",
                        Json.createObjectBuilder()
                                .add("name", "Ten years")
                                .add("base_currency", "USD")
                                .build());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String portfolio = "/api/portfolio/" + opened.json().getString("id");
        change(portfolio, policy);
        return portfolio;
    }

    private static void change(String portfolio, JsonObject policy) {
        Answer changed = adviser().patch(portfolio, policy);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static JsonObject method(String name) {
        return Json.createObjectBuilder().add("lot_method", name).build();
    }

    private static Answer imported(String portfolio, String file) {
        return adviser().post(portfolio + "/transactions/import", "text/csv", file);
    }

    private static JsonObject counts(int rows, int imported) {
        return Json.createObjectBuilder()
                .add("rows", rows)
                .add("imported", imported)
                .add("duplicates", rows - imported)
                .build();
    }

    private static void price(InventedHistory history) {
        Answer priced = adviser()
                .post(
                        "/api/market/prices/import",
                        "text/csv",
                        history.quotations().file());
        assertThat(priced.status()).as(priced.body()).isEqualTo(200);
    }

    @Test
    void bringsInFortyThousandTransactionsAndMatchesTheOldStatement() {
        InventedHistory history = InventedHistory.of(TRANSACTIONS, 7, "MOVE", InventedHistory.Kind.USUAL);
        List<HistoryLine> lines = new ArrayList<>(history.lines());
        String portfolio = opened(method("fifo"));
        price(history);

        namesExactlyTheBadLines(portfolio, lines);

        String file = HistoryLine.file(lines);
        assertThat(imported(portfolio, file).json()).isEqualTo(counts(TRANSACTIONS, TRANSACTIONS));
        assertThat(imported(portfolio, file).json()).isEqualTo(counts(TRANSACTIONS, 0));
        for (String method : List.of("lifo", "highest_cost", "average_cost", "fifo")) {
            change(portfolio, method(method));
            assertMatches(portfolio, method, lines, history.quotations());
        }

        bustsAWrongTradeInTheMiddle(portfolio, lines, history.quotations());
        HistoryLine undone = bustsTheLatestSale(portfolio, lines);
        lines.remove(undone);
        assertMatches(portfolio, "fifo", lines, history.quotations());
        comesBackByteForByte(portfolio, lines.size());
    }

    @Test
    void takesTheLotsThatSalesName() {
        InventedHistory history = InventedHistory.of(OF_THE_SMALL_ONES, 8, "NAMED", InventedHistory.Kind.NAMED_LOTS);
        matchesAtOnce(history, "specific_lot", method("specific_lot"));
    }

    @Test
    void sellsShortAndCovers() {
        InventedHistory history = InventedHistory.of(OF_THE_SMALL_ONES, 9, "SHORTS", InventedHistory.Kind.SHORT_SALES);
        matchesAtOnce(
                history,
                "fifo",
                Json.createObjectBuilder().add("shorting_allowed", true).build());
    }

    private static void matchesAtOnce(InventedHistory history, String method, JsonObject policy) {
        String portfolio = opened(policy);
        price(history);

        assertThat(imported(portfolio, HistoryLine.file(history.lines())).json())
                .isEqualTo(counts(OF_THE_SMALL_ONES, OF_THE_SMALL_ONES));
        assertMatches(portfolio, method, history.lines(), history.quotations());
    }

    /** Eleven lines are spoilt in eleven ways. */
    private static void namesExactlyTheBadLines(String portfolio, List<HistoryLine> lines) {
        List<String> file = new ArrayList<>();
        lines.forEach(line -> file.add(line.csv()));
        Map<Integer, String> expected = new TreeMap<>();
        spoil(file, lines, expected, "buy", 100, "date", "2019-02-30", "not-a-date");
        spoil(file, lines, expected, "buy", 1_000, "date", "2031-01-01", "in-the-future");
        spoil(file, lines, expected, "buy", 2_000, "price", "12,5x", "not-a-number");
        spoil(file, lines, expected, "buy", 3_000, "quantity", "-5", "not-positive");
        spoil(file, lines, expected, "buy", 4_000, "settlement_date", "2015-01-01", "too-early");
        spoil(file, lines, expected, "buy", 5_000, "amount", "0.01", "amount-mismatch");
        spoil(file, lines, expected, "deposit", 20, "currency", "EUO", "unknown-currency");
        spoil(file, lines, expected, "dividend", 30, "type", "divident", "unknown-type");
        spoil(file, lines, expected, "interest", 40, "amount", "", "required");
        spoil(file, lines, expected, "fee", 50, "quantity", "3", "not-applicable");
        int cut = place(lines, "withdrawal", 60);
        file.set(cut, "2020-01-01,withdrawal,5");
        expected.put(cut + 2, " wrong-cell-count");

        Answer refused = imported(portfolio, HistoryLine.HEADER + "\n" + String.join("\n", file) + "\n");
        assertThat(refused.status()).isEqualTo(400);
        Map<Integer, String> named = new TreeMap<>();
        for (JsonObject error : refused.json().getJsonArray("errors").getValuesAs(JsonObject.class)) {
            named.merge(
                    error.getInt("line"),
                    error.getString("field", "") + " " + error.getString("code"),
                    (one, other) -> one + ", " + other);
            assertThat(error.getString("message")).endsWith(".").hasSizeGreaterThan(15);
        }
        assertThat(named).isEqualTo(expected);
        assertThat(adviser().get(portfolio).json().getInt("transaction_count")).isZero();
    }

    private static int place(List<HistoryLine> lines, String type, int number) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).text("type").equals(type))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private static void spoil(
            List<String> file,
            List<HistoryLine> lines,
            Map<Integer, String> expected,
            String type,
            int number,
            String column,
            String cell,
            String code) {
        int place = place(lines, type, number);
        String quoted = cell.contains(",") ? "\"" + cell + "\"" : cell;
        file.set(place, lines.get(place).with(column, quoted).csv());
        expected.put(place + 2, column + " " + code);
    }

    private static void assertMatches(String portfolio, String method, List<HistoryLine> lines, Quotations quotations) {
        ExactBook expected = new ExactBook(method, quotations);
        lines.forEach(expected::enter);
        new Statement(expected, quotations).assertMatches(adviser(), portfolio, method);
    }

    private static void bustsAWrongTradeInTheMiddle(String portfolio, List<HistoryLine> lines, Quotations quotations) {
        HistoryLine wrong = HistoryLine.of(
                LocalDate.of(2020, 3, 16),
                "buy",
                "USD",
                "symbol",
                lines.get(place(lines, "buy", 0)).text("symbol"),
                "quantity",
                "77",
                "price",
                "12.34",
                "external_id",
                "wrong");
        JsonObjectBuilder body = Json.createObjectBuilder();
        wrong.cells().forEach(body::add);
        String before = adviser().get(portfolio + "/valuations").body();
        Answer recorded = adviser().post(portfolio + "/transactions", body.build());
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(adviser().get(portfolio + "/valuations").body()).isNotEqualTo(before);

        assertThat(reversed(portfolio, recorded.json().getString("id")).status())
                .isEqualTo(201);

        assertMatches(portfolio, "fifo", lines, quotations);
        assertThat(adviser().get(portfolio + "/valuations").body()).isEqualTo(before);
    }

    private static Answer reversed(String portfolio, String transaction) {
        return adviser()
                .post(
                        portfolio + "/transactions/" + transaction + "/reversal",
                        Json.createObjectBuilder().add("reason", "It never was").build());
    }

    private static HistoryLine bustsTheLatestSale(String portfolio, List<HistoryLine> lines) {
        JsonObject sale = adviser()
                .get(portfolio + "/transactions?limit=200")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("type").equals("sell") && !one.isNull("external_id"))
                .findFirst()
                .orElseThrow();
        Answer reversal = reversed(portfolio, sale.getString("id"));
        assertThat(reversal.status()).as(reversal.body()).isEqualTo(201);
        return lines.stream()
                .filter(line -> line.text("external_id").equals(sale.getString("external_id")))
                .findFirst()
                .orElseThrow();
    }

    private static void comesBackByteForByte(String portfolio, int count) {
        String export = adviser().get(portfolio + "/transactions/export").body();
        String other = opened(method("fifo"));

        assertThat(imported(other, export).json()).isEqualTo(counts(count, count));

        assertThat(adviser().get(other + "/transactions/export").body()).isEqualTo(export);
        assertThat(Statement.seen(adviser(), other + "/lots").getJsonArray("items"))
                .isEqualTo(Statement.seen(adviser(), portfolio + "/lots").getJsonArray("items"));
    }
}
