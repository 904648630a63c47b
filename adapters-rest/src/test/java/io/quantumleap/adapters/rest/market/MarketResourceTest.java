package io.quantumleap.adapters.rest.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import io.quantumleap.adapters.rest.portfolio.LedgerDesk;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarketResourceTest {

    private static final String IMPORT = "/market/prices/import";

    private final LedgerDesk desk = new LedgerDesk();

    @Test
    void importsCorrectsAndRecognises() {
        String file = """
                date,symbol,close,volume,currency
                2026-01-02,DAX,100.5,77,EUR
                2026-01-05,DAX,101,,EUR
                2026-01-05,ACME,7,,
                """;

        assertThat(desk.csv(IMPORT, file).text())
                .isEqualTo("{\"imported\":3,\"instruments\":2,\"rows\":3,\"unchanged\":0,\"updated\":0}");
        assertThat(desk.csv(IMPORT, file.replace("101,,", "102,,")).text())
                .isEqualTo("{\"imported\":0,\"instruments\":2,\"rows\":3,\"unchanged\":2,\"updated\":1}");
        JsonObject instruments = desk.get("/market/instruments?limit=1").json();
        assertThat(instruments.getJsonArray("items").getJsonObject(0).getString("currency"))
                .isEqualTo("USD");
        assertThat(instruments.isNull("next_cursor")).isFalse();
        assertThat(desk.get("/market/prices/dax").json().getJsonArray("items").getJsonObject(1))
                .hasToString("{\"close\":\"102\",\"date\":\"2026-01-05\"}");
    }

    @Test
    void namesEveryBadLineAndImportsNothing() {
        Answer refused = desk.csv(IMPORT, """
                date,symbol,close,currency
                2026-01-02,DAX,100,EUR
                2026-07-01,DAX,1,EUR
                2026-01-05,DAX,0,EUR
                2026-01-06,DAX,1,USD
                2026-01-07,=1+1,1,EUR
                2026-01-08,GBP/EUR,1,USD
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(JsonValue::asJsonObject)
                        .map(error ->
                                error.getInt("line") + " " + error.getString("field") + " " + error.getString("code")))
                .containsExactly(
                        "3 date in-the-future",
                        "4 close not-positive",
                        "5 currency currency-mismatch",
                        "6 symbol invalid-symbol",
                        "7 currency currency-mismatch");
        assertThat(desk.get("/market/instruments").json().getJsonArray("items")).isEmpty();
    }

    @Test
    void namesTheLineThatContradictsAnother() {
        Answer refused = desk.csv(IMPORT, "date,symbol,close\n2026-01-02,DAX,100\n2026-01-02,DAX,101\n");

        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getInt("line"))
                .isEqualTo(3);
        assertThat(desk.get("/market/prices/DAX").status()).isEqualTo(404);
    }

    @Test
    void reducesASeriesAndKeepsItsEnds() {
        StringBuilder file = new StringBuilder("date,symbol,close\n");
        for (int i = 0; i < 400; i++) {
            file.append(LocalDate.of(2025, 1, 1).plusDays(i))
                    .append(",ACME,")
                    .append(i == 250 ? 900 : 100 + i % 7)
                    .append('\n');
        }
        desk.csv(IMPORT, file.toString());

        JsonObject reduced = desk.get("/market/prices/ACME?points=20").json();

        assertThat(reduced.getInt("count")).isEqualTo(400);
        assertThat(reduced.getJsonArray("items")).hasSize(20);
        assertThat(reduced.toString()).contains("2025-01-01", "2026-02-04", "\"900\"");
        assertThat(desk.get("/market/prices/ACME?from=2026-01-01&to=2026-01-03")
                        .json()
                        .getJsonArray("items"))
                .hasSize(3);
        assertThat(desk.get("/market/prices/ACME?points=1").status()).isEqualTo(400);
    }

    @Test
    void findsAnExchangeRateByBothItsCurrencies() {
        desk.csv(IMPORT, "date,symbol,close\n2026-01-02,GBP/EUR,1.17\n");

        JsonObject rate = desk.get("/market/prices/GBP/EUR").json();

        assertThat(rate.getString("symbol")).isEqualTo("GBP/EUR");
        assertThat(rate.getString("currency")).isEqualTo("EUR");
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        byte[] broken = "date,symbol,close\n2026-01-02,DAX,\"1\n".getBytes(StandardCharsets.UTF_8);
        Set<String> before = uploads();

        assertThat(desk.csv(IMPORT, "text/csv", broken).status()).isEqualTo(400);
        assertThat(before).containsAll(uploads());
    }

    /** Those of programs that were killed may lie around. */
    private static Set<String> uploads() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("quantumleap-upload"))
                    .collect(Collectors.toSet());
        }
    }
}
