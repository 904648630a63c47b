package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.FilePayload;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The value line says which of its days stand on prices that were too old, and which rates went through a third currency. */
class PricingNotePageIT {

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    /** Prices are one set for the whole server, so each test trades its own instruments. */
    private final String symbol =
            "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private Desk desk;

    @BeforeEach
    void prepare() {
        SignIn adviser = Api.newUser("adviser");
        JsonObject portfolio = new JsonObject();
        portfolio.addProperty("name", "Old prices");
        portfolio.addProperty("base_currency", "ISK");
        Api.as(adviser).post("/api/portfolio", portfolio);
        desk = Desk.signIn(BROWSER.page(), adviser);
    }

    private void choose(String kind, String csv) {
        desk.at(kind + "-file")
                .setInputFiles(new FilePayload(
                        kind + ".csv", "text/csv", csv.formatted(symbol).getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.at(kind + "-success")).isVisible();
    }

    @Test
    void countsTheDaysWithPricesThatWereTooOldAndMarksThem() {
        choose("prices", """
                date,symbol,close,currency
                2024-03-01,%1$s,100,ISK
                2024-03-01,%1$s.M,1,ISK
                2024-03-08,%1$s.M,1,ISK
                2024-03-11,%1$s.M,1,ISK
                2024-03-12,%1$s.M,1,ISK
                2024-03-01,NOK/EUR,0.1,EUR
                2024-03-12,NOK/EUR,0.1,EUR
                2024-03-01,EUR/ISK,150,ISK
                2024-03-12,EUR/ISK,150,ISK
                """);
        choose("transactions", """
                date,type,symbol,quantity,price,fee,amount,currency,external_id
                2024-03-01,deposit,,,,,2000,ISK,
                2024-03-01,buy,%1$s,10,100,,,ISK,
                2024-03-01,buy,%1$s.M,1,1,,,ISK,
                2024-03-01,deposit,,,,,100,NOK,
                """);
        desk.at("measure").click();
        desk.waitForPerformance();

        assertThat(desk.at("pricing-note"))
                .containsText("2 of 4 days use a price or an exchange rate that was older than 5 trading days");
        assertThat(desk.at("pricing-note")).containsText("on Mar 11, 2024");
        assertThat(desk.at("pricing-note")).containsText("NOK was converted through EUR on 4 days from Mar 1, 2024");
        assertThat(desk.sidewaysOverflow()).isZero();
    }

    @Test
    void saysNothingWhenEveryPriceIsFresh() {
        choose("prices", "date,symbol,close,currency\n2024-03-01,%1$s,100,ISK\n2024-03-04,%1$s,101,ISK\n");
        choose("transactions", """
                date,type,symbol,quantity,price,fee,amount,currency,external_id
                2024-03-01,deposit,,,,,2000,ISK,
                2024-03-01,buy,%1$s,10,100,,,ISK,
                """);
        desk.at("measure").click();
        desk.waitForPerformance();

        assertThat(desk.at("growth-chart")).isVisible();
        assertThat(desk.at("pricing-note")).hasCount(0);
    }
}
