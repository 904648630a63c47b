package io.quantumleap.app.it;

import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.cutOff;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.series;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.market.provider.MisbehavingProvider;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Market data on the packaged server and a real PostgreSQL, with a stand-in for the provider that also misbehaves. */
class MarketDataIT {

    private static final String KEY = "key-never-to-be-logged";

    private static MisbehavingProvider provider;
    private static ServerProcess server;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        provider = new MisbehavingProvider().does(series(yesterday(), "12.5"));
        server = ServerProcess.setup()
                .with("quantumleap.market.alphavantage.base-url", provider.url().toString())
                .with("quantumleap.market.alphavantage.api-key", KEY)
                .with("quantumleap.market.alphavantage.symbols", "MAPPED=VENDOR.X")
                .with("quantumleap.market.alphavantage.remember", "PT0S")
                .start()
                .awaitReady();
        admin = server.client().signedIn(server.firstSignIn());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        provider.close();
    }

    private static String yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    }

    private static Answer add(String symbol) {
        return admin.post(
                "/api/market/instruments",
                Json.createObjectBuilder()
                        .add("symbol", symbol)
                        .add("currency", "USD")
                        .build());
    }

    private static JsonObject refresh(String symbol) {
        Answer answer = admin.post(
                "/api/market/prices/refresh",
                Json.createObjectBuilder()
                        .add("symbols", Json.createArrayBuilder().add(symbol))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(KEY);
        return answer.json().getJsonArray("items").getJsonObject(0);
    }

    private static Answer csv(String path, String text) {
        return admin.post(path, "text/csv", text);
    }

    /** One test, since the provider's failures open the circuit for all that come after. */
    @Test
    void refreshesPricesThroughEverythingThatAProviderDoes() {
        assertThat(add("MAPPED").status()).isEqualTo(201);
        assertThat(refresh("MAPPED").getString("status")).isEqualTo("updated");
        JsonObject prices = admin.get("/api/market/prices/MAPPED?bars=true").json();
        assertThat(prices.getJsonArray("items").getJsonObject(0).getString("close"))
                .isEqualTo("12.5");
        assertThat(provider.asked()).anyMatch(asked -> asked.toString().contains("symbol=VENDOR.X"));
        assertThat(refresh("MAPPED").getString("status")).isEqualTo("unchanged");
        assertThat(refresh("NOBODY").getString("status")).isEqualTo("unknown_instrument");

        provider.does(status(503), cutOff(), series(yesterday(), "13"));
        JsonObject corrected = refresh("MAPPED");
        assertThat(corrected.getString("status"))
                .as("asked again twice: %s", corrected)
                .isEqualTo("updated");
        assertThat(corrected.getInt("corrected")).isEqualTo(1);

        provider.does(status(500));
        JsonObject failed = refresh("MAPPED");
        assertThat(failed.getString("status")).isEqualTo("unavailable");
        assertThat(admin.get("/api/market/prices/MAPPED").json().toString()).contains("\"13\"");
        Await.until(
                "the circuit opens",
                Duration.ofSeconds(60),
                () -> refresh("MAPPED").getString("message").contains("too often"),
                () -> {});

        Answer audit = admin.get("/api/ops/audit?limit=200");
        assertThat(audit.body()).contains("market_data_changed", "source alpha-vantage");
        assertThat(server.log()).noneMatch(line -> line.contains(KEY));
        assertThat(server.console()).doesNotContain(KEY);
    }

    @Test
    void describesAdjustsConvertsAndCounts() {
        assertThat(csv(
                                "/api/market/instruments/import",
                                "symbol,currency,name,kind,isin,exchange\nSAP,EUR,SAP SE,equity,DE0007164600,XETR\n")
                        .json()
                        .getInt("added"))
                .isEqualTo(1);
        assertThat(csv(
                                "/api/market/prices/import",
                                "date,symbol,close\n2024-03-27,SAP,200\n2024-03-28,SAP,99\n2024-03-28,CHF/EUR,1.02\n2024-03-28,EUR/SEK,11.5\n")
                        .status())
                .isEqualTo(200);
        assertThat(csv(
                                "/api/market/corporate-actions/import",
                                "ex_date,symbol,type,ratio,amount\n2024-03-28,SAP,split,2:1,\n")
                        .status())
                .isEqualTo(200);
        assertThat(csv("/api/market/calendars/import", "calendar,date,status,name\nXETR,2024-04-02,closed,Power cut\n")
                        .status())
                .isEqualTo(200);

        List<String> adjusted =
                admin.get("/api/market/prices/SAP?adjustment=splits").json().getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .map(item -> item.getString("adjusted_close"))
                        .toList();
        assertThat(adjusted).containsExactly("100", "99");
        assertThat(admin.get("/api/market/instruments?isin=DE0007164600")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getInt("price_count"))
                .isEqualTo(2);
        JsonObject rate =
                admin.get("/api/market/fx?from=CHF&to=SEK&date=2024-03-28").json();
        assertThat(rate.getString("rate")).isEqualTo("11.73");
        assertThat(rate.getString("via")).isEqualTo("EUR");
        assertThat(admin.get("/api/market/calendars/XETR?from=2024-03-29&to=2024-04-03")
                        .json()
                        .getInt("trading_days"))
                .isEqualTo(1);
        Answer conflict = add("SAP");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.header("Content-Type")).startsWith("application/problem+json");
        Answer invalid = admin.patch(
                "/api/market/instruments/SAP",
                Json.createObjectBuilder().add("isin", "DE0007164601").build());
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("invalid-isin");
    }

    @Test
    void tellsHowFarALongFileIs() {
        StringBuilder file = new StringBuilder("date,symbol,close\n");
        for (int i = 0; i < 25_000; i++) {
            file.append(LocalDate.of(1950, 1, 1).plusDays(i))
                    .append(",LONG,")
                    .append(1 + i)
                    .append('\n');
        }

        Answer answer = admin.with("Accept", "text/event-stream")
                .post("/api/market/prices/import", "text/csv", file.toString());

        List<SseEvent> events = SseEvent.parse(answer.body());
        assertThat(events).extracting(SseEvent::name).startsWith("progress").endsWith("done");
        assertThat(events.get(0).json().getInt("rows")).isEqualTo(10_000);
        assertThat(events.get(events.size() - 1).json().getInt("imported")).isEqualTo(25_000);
    }
}
