package io.quantumleap.adapters.rest.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import io.quantumleap.adapters.rest.portfolio.LedgerDesk;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instruments, corporate actions, exchange rates and calendars over HTTP. */
class MarketDataResourcesTest {

    private final LedgerDesk desk = new LedgerDesk();

    private Answer add(String json) {
        return desk.post("/market/instruments", json);
    }

    private static List<String> errors(Answer answer) {
        return answer.json().getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject)
                .map(error -> (error.containsKey("line") && !error.isNull("line") ? error.getInt("line") + " " : "")
                        + error.getString("field") + " " + error.getString("code"))
                .toList();
    }

    private void prices(String rows) {
        assertThat(desk.csv("/market/prices/import", "date,symbol,close,currency\n" + rows)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void addsAnInstrumentAndFindsItByEveryIdentifier() {
        Answer added = add("{'symbol': 'sap', 'currency': 'EUR', 'name': 'SAP SE', 'kind': 'equity',"
                + " 'isin': 'DE0007164600', 'figi': 'BBG000BLNQ16', 'exchange': 'XETR'}");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/market/instruments/SAP");
        assertThat(added.text())
                .isEqualTo("{\"currency\":\"EUR\",\"exchange\":\"XETR\",\"figi\":\"BBG000BLNQ16\",\"first_date\":null,"
                        + "\"isin\":\"DE0007164600\",\"kind\":\"equity\",\"last_date\":null,\"name\":\"SAP SE\","
                        + "\"price_count\":0,\"symbol\":\"SAP\",\"version\":1}");
        for (String query : List.of("isin=DE0007164600", "figi=bbg000blnq16", "q=sap+se", "kind=equity")) {
            assertThat(desk.get("/market/instruments?" + query).json().getJsonArray("items"))
                    .as(query)
                    .hasSize(1);
        }
        assertThat(desk.get("/market/instruments?isin=US0378331005").json().getJsonArray("items"))
                .isEmpty();
        assertThat(desk.get("/market/instruments/SAP").json()).isEqualTo(added.json());
    }

    @Test
    void namesEveryFieldThatBreaksARuleAndAddsNothing() {
        Answer refused = add("{'symbol': 'A B', 'currency': 'XXQ', 'kind': 'share', 'isin': 'DE0007164601',"
                + " 'figi': 'BBG000BLNQ17', 'exchange': 'NYSE1'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "symbol invalid-symbol",
                        "currency unknown-currency",
                        "kind unknown-kind",
                        "isin invalid-isin",
                        "figi invalid-figi",
                        "exchange invalid-exchange");
        assertThat(desk.get("/market/instruments").json().getJsonArray("items")).isEmpty();
        assertThat(desk.get("/market/instruments?isin=nonsense").status()).isEqualTo(400);
        assertThat(add("{'currency': 'EUR'}").status()).isEqualTo(400);
    }

    @Test
    void refusesASecondInstrumentUnderTheSameNameOrIdentifier() {
        add("{'symbol': 'SAP', 'currency': 'EUR', 'isin': 'DE0007164600', 'figi': 'BBG000BLNQ16', 'exchange': 'XETR'}");

        for (String other : List.of(
                "{'symbol': 'SAP', 'currency': 'USD'}",
                "{'symbol': 'SAP2', 'currency': 'EUR', 'figi': 'BBG000BLNQ16'}",
                "{'symbol': 'SAP2', 'currency': 'EUR', 'isin': 'DE0007164600', 'exchange': 'XETR'}")) {
            Answer refused = add(other);
            assertThat(refused.status()).as(other).isEqualTo(409);
            assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                    .isEqualTo("taken");
        }
        assertThat(add("{'symbol': 'SAP.N', 'currency': 'USD', 'isin': 'DE0007164600', 'exchange': 'XNYS'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void changesWhatIsNamedAndTakesAwayWhatIsEmpty() {
        add("{'symbol': 'SAP', 'currency': 'EUR', 'name': 'SAP', 'isin': 'DE0007164600'}");

        JsonObject changed = desk.patch("/market/instruments/sap", "{'name': 'SAP SE', 'isin': '', 'version': 1}")
                .json();

        assertThat(changed.getString("name")).isEqualTo("SAP SE");
        assertThat(changed.isNull("isin")).isTrue();
        assertThat(changed.getInt("version")).isEqualTo(2);
        assertThat(desk.patch("/market/instruments/SAP", "{'name': 'Late', 'version': 1}")
                        .status())
                .isEqualTo(409);
        assertThat(desk.patch("/market/instruments/NONE", "{'name': 'x'}").status())
                .isEqualTo(404);
        assertThat(desk.get("/market/instruments/SAP").json()).isEqualTo(changed);
    }

    @Test
    void doesNotChangeTheCurrencyOfPrices() {
        prices("2026-01-02,GBP/EUR,1.17,EUR\n2026-01-02,ACME,1,USD\n");

        assertThat(errors(desk.patch("/market/instruments/ACME", "{'currency': 'EUR'}")))
                .containsExactly("currency currency-mismatch");
        assertThat(desk.patch("/market/instruments/GBP/EUR", "{'name': 'Sterling'}")
                        .json()
                        .getString("kind"))
                .isEqualTo("currency_pair");
        assertThat(desk.get("/market/instruments/GBP/EUR").json().getString("name"))
                .isEqualTo("Sterling");
    }

    @Test
    void importsInstrumentsAsAWholeOrNotAtAll() {
        String header = "symbol,currency,name,kind,isin,figi,exchange\n";
        String good = header + "SAP,EUR,SAP SE,equity,DE0007164600,,XETR\nAAPL,USD,Apple,equity,US0378331005,,XNAS\n";

        assertThat(desk.csv("/market/instruments/import", good).text())
                .isEqualTo("{\"added\":2,\"changed\":0,\"rows\":2,\"unchanged\":0}");
        assertThat(desk.csv("/market/instruments/import", good).json().getInt("unchanged"))
                .isEqualTo(2);
        assertThat(desk.csv("/market/instruments/import", "symbol,name\nSAP,SAP AG\n")
                        .json()
                        .getInt("changed"))
                .isEqualTo(1);
        assertThat(desk.get("/market/instruments/SAP").json().getString("isin")).isEqualTo("DE0007164600");

        Answer refused = desk.csv(
                "/market/instruments/import",
                header + "NEW,EUR,,,,,\nNEW,EUR,,,,,\nX,EUR,,,US0378331005,,XNAS\nY,,,,,,\nZ,EUR,,,US0378331004,,\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused))
                .containsExactly("3 symbol duplicate", "4 isin taken", "5 currency required", "6 isin invalid-isin");
        assertThat(desk.get("/market/instruments/NEW").status()).isEqualTo(404);
    }

    @Test
    void givesBackWholeBars() {
        desk.csv(
                "/market/prices/import",
                "date,symbol,close,open,high,low,volume\n2026-01-02,ACME,10.5,10,11,9.5,1200\n2026-01-05,ACME,10.6,,,,\n");

        assertThat(desk.get("/market/prices/ACME?bars=true").text())
                .isEqualTo("{\"count\":2,\"currency\":\"USD\",\"items\":["
                        + "{\"close\":\"10.5\",\"date\":\"2026-01-02\",\"high\":\"11\",\"low\":\"9.5\",\"open\":\"10\",\"volume\":\"1200\"},"
                        + "{\"close\":\"10.6\",\"date\":\"2026-01-05\",\"high\":null,\"low\":null,\"open\":null,\"volume\":null}],"
                        + "\"symbol\":\"ACME\"}");
        assertThat(errors(desk.get("/market/prices/ACME?bars=true&points=5"))).containsExactly("points not-applicable");
        assertThat(errors(desk.get("/market/prices/ACME?bars=maybe"))).containsExactly("bars not-a-truth");
        assertThat(errors(desk.csv("/market/prices/import", "date,symbol,close,high,low\n2026-01-02,ACME,10.5,9,11\n")))
                .containsExactly("2 high high-below-low");
    }

    @Test
    void adjustsClosesForSplitsAndDividends() {
        prices("2026-01-02,ACME,100,USD\n2026-01-05,ACME,99,USD\n2026-01-06,ACME,49.5,USD\n");
        String actions = """
                ex_date,symbol,type,ratio,amount,currency
                2026-01-05,ACME,dividend,,1,
                2026-01-06,ACME,split,2:1,,
                """;

        assertThat(desk.csv("/market/corporate-actions/import", actions).text())
                .isEqualTo("{\"imported\":2,\"rows\":2,\"unchanged\":0,\"updated\":0}");
        assertThat(desk.csv("/market/corporate-actions/import", actions).json().getInt("unchanged"))
                .isEqualTo(2);

        assertThat(adjusted("splits")).containsExactly("50", "49.5", "49.5");
        assertThat(adjusted("total")).containsExactly("49.5", "49.5", "49.5");
        assertThat(desk.get("/market/prices/ACME?adjustment=none").text())
                .isEqualTo(desk.get("/market/prices/ACME").text());
        assertThat(desk.get("/market/corporate-actions/ACME").text())
                .isEqualTo("{\"items\":["
                        + "{\"amount\":\"1\",\"currency\":\"USD\",\"ex_date\":\"2026-01-05\",\"ratio\":null,\"type\":\"dividend\"},"
                        + "{\"amount\":null,\"currency\":null,\"ex_date\":\"2026-01-06\",\"ratio\":\"2:1\",\"type\":\"split\"}],"
                        + "\"symbol\":\"ACME\"}");

        assertThat(desk.delete("/market/corporate-actions/ACME/2026-01-06/split")
                        .status())
                .isEqualTo(204);
        assertThat(desk.delete("/market/corporate-actions/ACME/2026-01-06/split")
                        .status())
                .isEqualTo(404);
        assertThat(adjusted("splits")).containsExactly("100", "99", "49.5");
        assertThat(errors(desk.get("/market/prices/ACME?adjustment=best")))
                .containsExactly("adjustment unknown-adjustment");
    }

    private List<String> adjusted(String adjustment) {
        return desk
                .get("/market/prices/ACME?adjustment=" + adjustment)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("adjusted_close"))
                .toList();
    }

    @Test
    void namesEveryBadLineOfCorporateActions() {
        prices("2026-01-02,ACME,100,USD\n");

        Answer refused = desk.csv("/market/corporate-actions/import", """
                ex_date,symbol,type,ratio,amount,currency
                2026-01-05,NONE,dividend,,1,
                2026-01-05,ACME,merger,,1,
                2026-01-05,ACME,dividend,2,1,
                2026-01-05,ACME,dividend,,1,EUR
                2026-01-06,ACME,split,2:1:1,,
                2026-01-07,ACME,split,0,,
                2026-01-08,ACME,split,2,1,
                2026-01-09,ACME,split,2,,
                2026-01-09,ACME,split,3,,
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused))
                .containsExactly(
                        "2 symbol unknown-instrument",
                        "3 type unknown-type",
                        "4 ratio not-applicable",
                        "5 currency currency-mismatch",
                        "6 ratio invalid",
                        "7 ratio not-positive",
                        "8 amount not-applicable",
                        "10  duplicate");
        assertThat(desk.get("/market/corporate-actions/ACME").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void statesHowAnExchangeRateIsKnown() {
        prices("2026-06-25,GBP/EUR,1.2,EUR\n2026-06-29,EUR/JPY,160,JPY\n");

        assertThat(desk.get("/market/fx?from=GBP&to=JPY&date=2026-06-30").text())
                .isEqualTo(
                        "{\"carried_forward\":true,\"date\":\"2026-06-30\",\"from\":\"GBP\",\"legs\":["
                                + "{\"date\":\"2026-06-25\",\"inverted\":false,\"quote\":\"1.2\",\"source\":\"import\",\"symbol\":\"GBP/EUR\"},"
                                + "{\"date\":\"2026-06-29\",\"inverted\":false,\"quote\":\"160\",\"source\":\"import\",\"symbol\":\"EUR/JPY\"}],"
                                + "\"path\":\"triangulated\",\"rate\":\"192\",\"rate_date\":\"2026-06-25\",\"stale\":false,\"to\":\"JPY\",\"via\":\"EUR\"}");
        JsonObject inverse =
                desk.get("/market/fx?from=EUR&to=GBP&date=2026-06-25").json();
        assertThat(inverse.getString("path")).isEqualTo("inverse");
        assertThat(inverse.getString("rate")).startsWith("0.8333333333333333");
        assertThat(inverse.getBoolean("carried_forward")).isFalse();
        assertThat(desk.get("/market/fx?from=EUR&to=EUR").json().getString("rate"))
                .isEqualTo("1");
        assertThat(desk.get("/market/fx?from=EUR&to=GBP").json().getBoolean("stale"))
                .isFalse();
    }

    @Test
    void marksARateThatIsTooOld() {
        prices("2026-06-19,GBP/EUR,1.2,EUR\n");

        assertThat(desk.get("/market/fx?from=GBP&to=EUR&date=2026-06-26").json().getBoolean("stale"))
                .as("five trading days")
                .isFalse();
        assertThat(desk.get("/market/fx?from=GBP&to=EUR&date=2026-06-29").json().getBoolean("stale"))
                .as("six trading days")
                .isTrue();
    }

    @Test
    void refusesToGuessARate() {
        prices("2026-06-25,GBP/EUR,1.2,EUR\n");

        Answer missing = desk.get("/market/fx?from=GBP&to=JPY");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(errors(missing)).containsExactly("GBP/JPY missing-exchange-rate");
        assertThat(desk.get("/market/fx?from=GBP&to=EUR&date=2026-06-24").status())
                .isEqualTo(422);
        assertThat(errors(desk.get("/market/fx?from=GBP"))).containsExactly("to required");
        assertThat(errors(desk.get("/market/fx?from=gbp&to=EUR"))).containsExactly("from unknown-currency");
        assertThat(errors(desk.get("/market/fx?from=GBP&to=EUR&date=soon"))).containsExactly("date not-a-date");
        assertThat(desk.get("/market/fx?from=GBP&to=EUR&date=2026-07-01").status())
                .isEqualTo(400);
    }

    @Test
    void showsCalendarsByRuleAndTheOperatorsDays() {
        assertThat(desk.get("/market/calendars").json().getJsonArray("items").toString())
                .contains("XNYS", "XETR", "TARGET");
        JsonObject year = desk.get("/market/calendars/TARGET").json();
        assertThat(year.getString("from")).isEqualTo("2026-01-01");
        assertThat(year.getInt("trading_days")).isEqualTo(256);
        assertThat(year.getJsonArray("items")).hasSize(5);

        assertThat(desk.csv(
                                "/market/calendars/import",
                                "calendar,date,status,name\nXTKS,2026-01-02,closed,Market holiday\nXTKS,2026-01-05,open,\n")
                        .text())
                .isEqualTo("{\"calendars\":1,\"changed\":2,\"rows\":2}");
        JsonObject tokyo =
                desk.get("/market/calendars/xtks?from=2026-01-01&to=2026-01-05").json();
        assertThat(tokyo.getInt("trading_days")).isEqualTo(2);
        assertThat(tokyo.getString("basis")).contains("imported");
        assertThat(desk.get("/market/calendars").json().getJsonArray("items").toString())
                .contains("XTKS");
    }

    @Test
    void refusesCalendarsThatAreNone() {
        Answer refused = desk.csv("/market/calendars/import", """
                calendar,date,status,name
                NYSE1,2026-01-02,closed,
                XTKS,2026-13-02,closed,
                XTKS,2026-01-02,shut,
                XTKS,2026-01-05,open,
                XTKS,2026-01-05,closed,
                """);

        assertThat(errors(refused))
                .containsExactly(
                        "2 calendar invalid-calendar",
                        "3 date not-a-date",
                        "4 status unknown-status",
                        "6 date duplicate");
        assertThat(desk.get("/market/calendars").json().getJsonArray("items").toString())
                .doesNotContain("XTKS");
        assertThat(desk.get("/market/calendars/NYSE1").status()).isEqualTo(404);
        assertThat(desk.get("/market/calendars/XNYS?from=1900-01-01&to=2100-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void marksHoldingsWhosePriceIsTooOldByTheExchangesCalendar() {
        String portfolio = desk.portfolio("EUR");
        prices("2026-03-26,SAP,100,EUR\n2026-03-26,OLD,100,EUR\n");
        desk.patch("/market/instruments/SAP", "{'exchange': 'XETR'}");
        for (String symbol : List.of("SAP", "OLD")) {
            desk.post(
                    portfolio + "/transactions",
                    "{'date': '2026-03-26', 'type': 'buy', 'symbol': '" + symbol
                            + "', 'quantity': '1', 'price': '100'}");
        }

        // From Thursday 26 March: Friday, Monday to Thursday; Good Friday and Easter Monday are holidays of Xetra.
        JsonObject holdings = desk.get(portfolio + "/holdings?as_of=2026-04-06").json();

        assertThat(holdings.getJsonArray("holdings").getValuesAs(JsonObject.class))
                .extracting(holding -> holding.getString("symbol") + " " + holding.getBoolean("stale"))
                .containsExactlyInAnyOrder("SAP false", "OLD true");
        assertThat(holdings.getJsonArray("warnings").toString())
                .contains("The latest close of OLD is of 2026-03-26.")
                .doesNotContain("SAP");
    }

    @Test
    void saysInAValuationWhichCurrencyARateGoesThrough() {
        String portfolio = desk.portfolio("JPY");
        prices("2026-03-26,GBP/EUR,1.2,EUR\n2026-03-26,EUR/JPY,160,JPY\n");
        desk.post(
                portfolio + "/transactions",
                "{'date': '2026-03-26', 'type': 'deposit', 'amount': '10', 'currency': 'GBP'}");

        JsonObject holdings = desk.get(portfolio + "/holdings?as_of=2026-03-26").json();

        assertThat(holdings.getJsonObject("total").getString("amount")).isEqualTo("1920");
        assertThat(holdings.getJsonArray("warnings").toString())
                .contains("There is no exchange rate GBP/JPY; the one through EUR is used.");
    }
}
