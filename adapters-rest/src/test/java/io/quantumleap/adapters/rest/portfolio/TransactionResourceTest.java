package io.quantumleap.adapters.rest.portfolio;

import static io.quantumleap.adapters.rest.portfolio.PortfolioResourceTest.firstError;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionResourceTest {

    private static final String HEADER = "date,type,symbol,quantity,price,fee,amount,currency,external_id\n";

    private final LedgerDesk desk = new LedgerDesk();
    private final String portfolio = desk.portfolio("EUR");
    private final String transactions = portfolio + "/transactions";
    private final String imports = transactions + "/import";

    private String total() {
        return desk.get(portfolio).json().get("transaction_count").toString();
    }

    @Test
    void answersATransactionAsTheContractSays() {
        Answer recorded = desk.post(
                transactions,
                "{'date':'2024-03-01','type':'buy','symbol':'DAX','quantity':'10','price':'101.50','fee':'1.00',"
                        + "'amount':'1016.00','currency':'EUR','external_id':'a-17'}");

        assertThat(recorded.status()).isEqualTo(201);
        JsonObject json = recorded.json();
        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "date",
                        "type",
                        "symbol",
                        "quantity",
                        "price",
                        "fee",
                        "amount",
                        "currency",
                        "external_id",
                        "reversal_of",
                        "reversed_by",
                        "reason",
                        "recorded_at",
                        "settlement_date",
                        "to_symbol",
                        "to_amount",
                        "to_currency",
                        "cost_fraction",
                        "lot",
                        "tax",
                        "acquired",
                        "cash_in_lieu");
        assertThat(json.getString("quantity")).isEqualTo("10");
        assertThat(json.getString("price")).isEqualTo("101.5");
        assertThat(json.getString("fee")).isEqualTo("1.00");
        assertThat(json.getString("amount")).isEqualTo("1016.00");
        assertThat(json.isNull("reversal_of")).isTrue();
        assertThat(desk.get(transactions).json().getJsonArray("items").getJsonObject(0))
                .isEqualTo(json);
    }

    @Test
    void showsEveryDigitThatWasRecorded() {
        JsonObject recorded = desk.post(
                        transactions,
                        "{'date':'2024-03-01','type':'buy','symbol':'DAX','quantity':'1','price':'2','fee':'0.3505'}")
                .json();

        assertThat(recorded.getString("fee")).isEqualTo("0.3505");
        assertThat(recorded.getString("amount")).isEqualTo("2.3505");
    }

    @Test
    void recordsAnExternalIdOnce() {
        String deposit = "{'date':'2024-03-01','type':'deposit','amount':'5','external_id':'a'}";

        assertThat(desk.post(transactions, deposit).status()).isEqualTo(201);
        assertThat(desk.post(transactions, deposit).status()).isEqualTo(200);
        Answer other = desk.post(transactions, deposit.replace("'5'", "'6'"));

        assertThat(other.status()).isEqualTo(400);
        assertThat(firstError(other).getString("code")).isEqualTo("taken");
        assertThat(total()).isEqualTo("1");
    }

    @Test
    void importsAFileOnce() {
        String file = """
                \uFEFFDate,TYPE,amount,external_id
                2024-03-01,deposit,100,"a,1"

                2024-03-01,deposit,5,"=cmd|' /C calc'!A0"
                """.replace("\n", "\r\n");

        assertThat(desk.csv(imports, file).text()).isEqualTo("{\"duplicates\":0,\"imported\":2,\"rows\":2}");
        assertThat(desk.csv(imports, file).text()).isEqualTo("{\"duplicates\":2,\"imported\":0,\"rows\":2}");
        assertThat(desk.get(transactions)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("external_id"))
                .isEqualTo("=cmd|' /C calc'!A0");
    }

    @Test
    void passesOverRowsWithoutContentAndStillCountsThemAsLines() {
        assertThat(desk.csv(imports, ",,,,,,,,\n" + HEADER + ",,,,,,,,\n   \n2024-03-01,deposit,,,,,5,,\n,,,,,,,,\n")
                        .json()
                        .getInt("rows"))
                .isEqualTo(1);

        Answer refused = desk.csv(imports, HEADER + ",,,,,,,,\n2024-03-01,deposit,,,,,x,,\n");

        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getInt("line"))
                .isEqualTo(3);
    }

    @Test
    void namesEveryBadLineAndImportsNothing() {
        Answer refused = desk.csv(imports, HEADER + """
                        2024-03-01,deposit,,,,,100,,
                        2026-07-01,deposit,,,,,100,,
                        2024-03-01,buy,DAX,-1,10,,,,
                        2024-03-01,deposit,,,,,100,XXY,
                        2024-03-01,deposit,,,,,100
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getString("type")).isEqualTo("urn:quantumleap:problem:invalid-request");
        assertThat(refused.json().getString("detail")).isEqualTo("The file has 4 errors; nothing was imported.");
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(JsonValue::asJsonObject)
                        .map(error ->
                                error.getInt("line") + " " + error.getString("field") + " " + error.getString("code")))
                .containsExactly(
                        "3 date in-the-future",
                        "4 quantity not-positive",
                        "5 currency unknown-currency",
                        "6  wrong-cell-count");
        assertThat(total()).isEqualTo("0");
    }

    @Test
    void listsAHundredErrorsAndCountsTheRest() {
        Answer refused = desk.csv(imports, HEADER + "2024-03-01,deposit,,,,,-1,,\n".repeat(250));

        assertThat(refused.json().getJsonArray("errors")).hasSize(100);
        assertThat(refused.json().getInt("error_count")).isEqualTo(250);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,type,amount,colour|colour|unknown-column",
                "date,type,amount,date|date|duplicate-column",
                "date,amount|type|missing-column",
                "date;type;amount|date;type;amount|unknown-column"
            })
    void namesWhatIsWrongWithAHeader(String header, String field, String code) {
        Answer refused = desk.csv(imports, header + "\n2024-03-01,deposit,5,x\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(firstError(refused).getInt("line")).isEqualTo(1);
        assertThat(firstError(refused).getString("field")).isEqualTo(field);
        assertThat(firstError(refused).getString("code")).isEqualTo(code);
        assertThat(total()).isEqualTo("0");
    }

    @Test
    void refusesWhatIsNotCsv() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] latin1 = (HEADER + "2024-03-01,deposit,,,,,5,,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] nul = (HEADER + "2024-03-01,deposit,,,,,5,,a\0b\n").getBytes(StandardCharsets.UTF_8);
        byte[] open = (HEADER + "2024-03-01,deposit,,,,,5,,\"never closed\n").getBytes(StandardCharsets.UTF_8);
        byte[] after = (HEADER + "2024-03-01,deposit,,,,,5,,\"a\"b\n").getBytes(StandardCharsets.UTF_8);
        byte[] endless = (HEADER + "2024-03-01,deposit,,,,,5,," + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        for (byte[] body : new byte[][] {picture, latin1, nul, open, after, endless, {}}) {
            Answer refused = desk.csv(imports, "text/csv", body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().getString("type")).isEqualTo("urn:quantumleap:problem:malformed-request");
        }
        assertThat(total()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv; charset=ISO-8859-1", "application/vnd.ms-excel"})
    void refusesAnotherType(String type) {
        Answer refused =
                desk.csv(imports, type, (HEADER + "2024-03-01,deposit,,,,,5,,\n").getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(total()).isEqualTo("0");
    }

    @Test
    void reversesOnceAndShowsBothSides() {
        String id = desk.post(transactions, "{'date':'2024-03-01','type':'deposit','amount':'5'}")
                .json()
                .getString("id");
        String reversal = transactions + "/" + id + "/reversal";

        Answer reversed = desk.post(reversal, "{'reason': 'Typed twice'}");
        Answer again = desk.post(reversal, "{'reason': 'Typed twice'}");

        assertThat(reversed.status()).isEqualTo(201);
        assertThat(reversed.json().getString("reversal_of")).isEqualTo(id);
        assertThat(reversed.json().getString("reason")).isEqualTo("Typed twice");
        assertThat(again.status()).isEqualTo(409);
        JsonObject wrong = desk.get(transactions).json().getJsonArray("items").getJsonObject(1);
        assertThat(wrong.getString("reversed_by")).isEqualTo(reversed.json().getString("id"));
    }

    @Test
    void refusesAReversalThatMakesALaterSaleImpossible() {
        desk.csv(imports, "date,type,symbol,quantity,price\n2024-01-02,buy,DAX,10,5\n2024-01-03,sell,DAX,10,6\n");
        String buy = desk.get(transactions)
                .json()
                .getJsonArray("items")
                .getJsonObject(1)
                .getString("id");

        Answer refused = desk.post(transactions + "/" + buy + "/reversal", "{'reason': 'x'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("sell of 10 DAX on 2024-01-03");
        assertThat(total()).isEqualTo("2");
    }

    @Test
    void pagesThroughTransactions() {
        desk.csv(imports, "date,type,amount\n2024-01-01,deposit,1\n2024-01-02,deposit,2\n2024-01-03,deposit,3\n");

        JsonObject first = desk.get(transactions + "?limit=2").json();
        JsonObject second = desk.get(transactions + "?limit=2&cursor=" + first.getString("next_cursor"))
                .json();

        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("amount"))
                .isEqualTo("1.00");
        assertThat(second.isNull("next_cursor")).isTrue();
        assertThat(desk.get(transactions + "?cursor=nonsense").status()).isEqualTo(400);
        assertThat(desk.get(transactions + "?limit=0").status()).isEqualTo(400);
    }
}
