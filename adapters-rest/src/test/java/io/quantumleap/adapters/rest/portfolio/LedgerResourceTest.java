package io.quantumleap.adapters.rest.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gains, postings, the reconciliation and the versions of a portfolio, over HTTP. */
class LedgerResourceTest {

    private final LedgerDesk desk = new LedgerDesk();
    private final String portfolio = desk.portfolio("EUR");

    @BeforeEach
    void book() {
        Answer imported = desk.csv(portfolio + "/transactions/import", """
                date,type,symbol,quantity,price,fee,amount,currency,external_id,to_amount,to_currency
                2024-01-02,deposit,,,,,10000.00,EUR,,,
                2024-01-03,buy,DAX,10,100,5,,EUR,lot-1,,
                2025-06-03,sell,DAX,4,90,2,,EUR,,,
                2025-06-10,buy,DAX,1,91,,,EUR,,,
                2025-06-11,fx,,,,1.00,500.00,EUR,,540.25,USD
                """);
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
    }

    private List<JsonObject> items(String uri) {
        return desk.get(uri).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String amount(JsonObject of, String field) {
        return of.getJsonObject(field).getString("amount");
    }

    @Test
    void tellsTheGainOfEachLotWithTermAndWashSale() {
        JsonObject gains = desk.get(portfolio + "/gains").json();
        JsonObject gain = gains.getJsonArray("items").getJsonObject(0);
        JsonObject total = gains.getJsonArray("totals").getJsonObject(0);

        assertThat(gains.getJsonArray("items")).hasSize(1);
        assertThat(gains.getString("lot_method")).isEqualTo("fifo");
        assertThat(gain.getString("quantity")).isEqualTo("4");
        assertThat(gain.getString("acquired")).isEqualTo("2024-01-03");
        assertThat(gain.getInt("days_held")).isEqualTo(517);
        assertThat(gain.getString("term")).isEqualTo("long");
        assertThat(amount(gain, "proceeds")).isEqualTo("358.00");
        assertThat(amount(gain, "cost")).isEqualTo("402.00");
        assertThat(amount(gain, "gain")).isEqualTo("-44.00");
        assertThat(gain.getBoolean("may_be_wash_sale")).isTrue();
        assertThat(total.getString("long_term_gain")).isEqualTo("-44.00");
        assertThat(total.getString("short_term_gain")).isEqualTo("0.00");
        assertThat(gains.getInt("count")).isEqualTo(1);
        assertThat(gains.getInt("wash_sale_count")).isEqualTo(1);
        assertThat(gains.getJsonArray("years").getJsonObject(0).getInt("year")).isEqualTo(2025);
        assertThat(gains.isNull("next_cursor")).isTrue();
        assertThat(items(portfolio + "/gains?to=2025-06-02")).isEmpty();
        assertThat(desk.get(portfolio + "/gains?from=2025-02-01&to=2025-01-01").status())
                .isEqualTo(400);
    }

    @Test
    void pagesGainsAndRefusesWhatNoPageHandedOut() {
        for (String wrong :
                List.of("limit=0", "limit=201", "cursor=!", "cursor=MjAyNC0wMS0wMQ", "cursor=MjAyNC0wMS0wMX4tMQ")) {
            assertThat(desk.get(portfolio + "/gains?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(desk.get(portfolio + "/gains?limit=1").json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void postsEveryTransactionToAccountsThatSumToZeroInEachCurrency() {
        for (JsonObject transaction : items(portfolio + "/transactions")) {
            Map<String, BigDecimal> sums = new TreeMap<>();
            List<JsonObject> postings = items(portfolio + "/transactions/" + transaction.getString("id") + "/postings");
            postings.forEach(posting -> sums.merge(
                    posting.getString("currency"), new BigDecimal(posting.getString("amount")), BigDecimal::add));

            assertThat(postings).as(transaction.toString()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(sums.values()).as(transaction.toString()).allSatisfy(sum -> assertThat(sum)
                    .isZero());
        }
    }

    @Test
    void findsNoDriftAndRebuildsWithoutOne() {
        JsonObject found = desk.get("/ops/reconciliation").json();
        JsonObject rebuilt = desk.post("/ops/reconciliation", "").json();

        assertThat(found.getInt("transactions")).isEqualTo(5);
        assertThat(found.getInt("drift_count")).isZero();
        assertThat(found.getJsonArray("drifts")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        assertThat(rebuilt.getInt("drift_count")).isZero();
    }

    @Test
    void changesAPortfolioOnlyInTheVersionThatWasSeen() {
        String seen = desk.get(portfolio).header("ETag");
        Answer first = desk.patchIfMatch(portfolio, "{'lot_method': 'lifo'}", seen);
        Answer second = desk.patchIfMatch(portfolio, "{'lot_method': 'fifo'}", seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().getString("type")).endsWith("conflict");
        assertThat(desk.get(portfolio).json().getString("lot_method")).isEqualTo("lifo");
        assertThat(desk.patch(portfolio, "{'name': 'Whatever it was'}").status())
                .as("without If-Match")
                .isEqualTo(200);
        assertThat(desk.patchIfMatch(portfolio, "{'name': 'X'}", "*").status()).isEqualTo(200);
        assertThat(desk.patchIfMatch(portfolio, "{'name': 'X'}", "yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void hidesGainsAndPostingsFromAnybodyElse() {
        String transaction = items(portfolio + "/transactions").get(0).getString("id");
        desk.someoneElseCalls();

        assertThat(desk.get(portfolio + "/gains").status()).isEqualTo(404);
        assertThat(desk.get(portfolio + "/transactions/" + transaction + "/postings")
                        .status())
                .isEqualTo(404);
        assertThat(desk.patchIfMatch(portfolio, "{'name': 'X'}", "\"1\"").status())
                .isEqualTo(404);
    }
}
