package io.quantumleap.app.it;

import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.market.provider.MisbehavingProvider;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The refresh that runs by itself, on a server of its own: its provider must not be the one whose failures another test
 * queues up, since the refresh would take them from it, or find its circuit open.
 */
class MarketRefreshIT {

    private static MisbehavingProvider provider;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        provider = new MisbehavingProvider()
                .does(series(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(), "1.08"));
        server = ServerProcess.setup()
                .with("quantumleap.market.alphavantage.base-url", provider.url().toString())
                .with("quantumleap.market.alphavantage.api-key", "key-of-the-refresh")
                .with("quantumleap.market.refresh.every", "PT3S")
                .with("quantumleap.market.refresh.symbols", "AUD/NZD")
                .start()
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        provider.close();
    }

    @Test
    void refreshesByItselfWhenTheOperatorWantsIt() {
        ApiClient admin = server.client().signedIn(server.firstSignIn());

        Await.until(
                "the rate is there",
                Duration.ofSeconds(90),
                () -> admin.get("/api/market/prices/AUD/NZD").status() == 200,
                () -> {});

        JsonObject rate = admin.get("/api/market/fx?from=AUD&to=NZD").json();
        assertThat(rate.getJsonArray("legs").getJsonObject(0).getString("source"))
                .isEqualTo("alpha-vantage");
    }
}
