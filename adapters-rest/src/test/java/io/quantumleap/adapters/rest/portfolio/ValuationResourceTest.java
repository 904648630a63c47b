package io.quantumleap.adapters.rest.portfolio;

import static io.quantumleap.adapters.rest.portfolio.PortfolioResourceTest.firstError;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class ValuationResourceTest {

    private final LedgerDesk desk = new LedgerDesk();
    private final String portfolio = desk.portfolio("EUR");

    private void imported(String rows) {
        Answer answer = desk.csv(
                portfolio + "/transactions/import", "date,type,symbol,quantity,price,fee,amount,currency\n" + rows);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void prices(String rows) {
        Answer answer = desk.csv("/market/prices/import", "date,symbol,close,currency\n" + rows);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String amount(JsonObject json, String field) {
        return json.getJsonObject(field).getString("amount");
    }

    @Test
    void showsWhatIsHeld() {
        imported("2026-01-02,deposit,,,,,1000,\n2026-01-02,buy,DAX,3,100.10,0.70,,\n");
        prices("2026-01-02,DAX,100.10,EUR\n2026-01-05,DAX,110.25,EUR\n");

        JsonObject view = desk.get(portfolio + "/holdings").json();

        assertThat(view.keySet())
                .containsExactlyInAnyOrder(
                        "portfolio_id", "as_of", "currency", "total", "cash", "holdings", "warnings");
        assertThat(view.getString("as_of")).isEqualTo("2026-01-05");
        assertThat(amount(view, "total")).isEqualTo("1029.75");
        assertThat(view.getJsonArray("cash").getJsonObject(0).getString("amount"))
                .isEqualTo("699.00");
        JsonObject dax = view.getJsonArray("holdings").getJsonObject(0);
        assertThat(dax.keySet())
                .containsExactlyInAnyOrder(
                        "symbol",
                        "side",
                        "quantity",
                        "price",
                        "price_currency",
                        "price_date",
                        "price_source",
                        "carried_forward",
                        "stale",
                        "value",
                        "cost",
                        "unrealised_gain",
                        "weight");
        assertThat(amount(dax, "value")).isEqualTo("330.75");
        assertThat(amount(dax, "cost")).isEqualTo("301.00");
        assertThat(amount(dax, "unrealised_gain")).isEqualTo("29.75");
        assertThat(dax.getJsonNumber("weight").doubleValue()).isBetween(0.3211, 0.3213);
        assertThat(dax.getBoolean("carried_forward")).isFalse();

        JsonObject earlier = desk.get(portfolio + "/holdings?as_of=2026-01-04").json();
        assertThat(earlier.getJsonArray("holdings").getJsonObject(0).getBoolean("carried_forward"))
                .isTrue();
        assertThat(amount(earlier, "total")).isEqualTo("999.30");
    }

    @Test
    void showsLotsSummaryAndValuations() {
        imported("""
                2026-01-02,deposit,,,,,1000,
                2026-01-02,buy,DAX,3,100,1,,
                2026-01-05,sell,DAX,1,110,1,,
                2026-01-06,dividend,DAX,,,,4,
                """);
        prices("2026-01-02,DAX,100,EUR\n2026-01-05,DAX,110,EUR\n2026-01-06,DAX,111,EUR\n");

        JsonObject lot =
                desk.get(portfolio + "/lots").json().getJsonArray("items").getJsonObject(0);
        JsonObject summary = desk.get(portfolio + "/summary").json();
        JsonObject valuations =
                desk.get(portfolio + "/valuations?from=2026-01-05").json();

        assertThat(lot.keySet())
                .containsExactlyInAnyOrder(
                        "symbol",
                        "side",
                        "opened",
                        "acquired",
                        "name",
                        "quantity",
                        "unit_cost",
                        "cost",
                        "days_held",
                        "term",
                        "value",
                        "unrealised_gain");
        assertThat(amount(lot, "value")).isEqualTo("222.00");
        assertThat(amount(lot, "unrealised_gain")).isEqualTo("21.33");
        assertThat(lot.getString("term")).isEqualTo("short");
        assertThat(lot.getString("quantity")).isEqualTo("2");
        assertThat(amount(lot, "cost")).isEqualTo("200.67");
        assertThat(lot.getString("unit_cost")).isEqualTo("100.3333333333");
        assertThat(amount(summary, "value")).isEqualTo("1034.00");
        assertThat(amount(summary, "net_contributions")).isEqualTo("1000.00");
        assertThat(amount(summary, "gain")).isEqualTo("34.00");
        assertThat(amount(summary, "realised_gain")).isEqualTo("8.67");
        assertThat(amount(summary, "unrealised_gain")).isEqualTo("21.33");
        assertThat(amount(summary, "dividends")).isEqualTo("4.00");
        assertThat(amount(summary, "fees")).isEqualTo("2.00");
        assertThat(summary.getInt("holding_count")).isEqualTo(1);
        assertThat(summary.getInt("transaction_count")).isEqualTo(4);
        assertThat(valuations.getJsonArray("items")).hasSize(2);
        JsonObject last = valuations.getJsonArray("items").getJsonObject(1);
        assertThat(last.keySet())
                .containsExactlyInAnyOrder(
                        "date",
                        "value",
                        "inflow",
                        "outflow",
                        "cash",
                        "cost",
                        "income",
                        "carried_forward",
                        "stale_holdings",
                        "stale_value",
                        "stale_rates",
                        "cross_rates");
        assertThat(last.getString("value")).isEqualTo("1034.00");
        assertThat(last.getString("inflow")).isEqualTo("0.00");
    }

    @Test
    void saysOfEachDayWhatItsValueStandsOn() {
        imported("""
                2026-01-02,deposit,,,,,1000,
                2026-01-02,deposit,,,,,10,GBP
                2026-01-02,buy,DAX,3,100,,,
                2026-01-02,buy,DAY,1,1,,,
                """);
        prices("2026-01-02,DAX,100,EUR\n2026-01-09,DAY,1,EUR\n2026-01-12,DAY,1,EUR\n");
        prices("2026-01-02,GBP/USD,1.25,USD\n2026-01-02,USD/EUR,0.8,EUR\n2026-01-12,GBP/USD,1.25,USD\n");

        JsonObject valuations = desk.get(portfolio + "/valuations").json();

        JsonObject friday = valuations.getJsonArray("items").getJsonObject(1);
        JsonObject monday = valuations.getJsonArray("items").getJsonObject(2);
        assertThat(friday.getInt("stale_holdings")).isZero();
        assertThat(friday.getJsonArray("stale_rates")).isEmpty();
        assertThat(friday.getJsonArray("cross_rates").getJsonObject(0).toString())
                .isEqualTo("{\"currency\":\"GBP\",\"via\":\"USD\"}");
        assertThat(monday.getInt("stale_holdings")).isEqualTo(1);
        assertThat(monday.getString("stale_value")).as("shares and pounds").isEqualTo("310.00");
        assertThat(monday.getJsonArray("stale_rates").getString(0))
                .as("one leg is of the day")
                .isEqualTo("GBP");
        JsonObject pricing = valuations.getJsonObject("pricing");
        assertThat(pricing.getInt("stale_after")).isEqualTo(5);
        assertThat(pricing.getInt("days")).isEqualTo(3);
        assertThat(pricing.getInt("stale_days")).isEqualTo(1);
        assertThat(amount(pricing, "most_stale_value")).isEqualTo("310.00");
        assertThat(pricing.getString("most_stale_on")).isEqualTo("2026-01-12");
        assertThat(pricing.getJsonArray("stale_spans").getJsonObject(0).toString())
                .isEqualTo("{\"days\":1,\"from\":\"2026-01-12\",\"to\":\"2026-01-12\"}");
        assertThat(pricing.getJsonArray("cross_rates").getJsonObject(0).getInt("days"))
                .isEqualTo(3);
    }

    @Test
    void namesTheExchangeRateThatIsMissing() {
        imported("2026-01-02,deposit,,,,,1000,\n2026-01-02,buy,FTSE,1,100,,,GBP\n");
        prices("2026-01-02,FTSE,100,GBP\n");

        for (String view : new String[] {"/holdings", "/summary", "/valuations"}) {
            Answer refused = desk.get(portfolio + view);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().getString("type")).isEqualTo("urn:quantumleap:problem:unmeasurable");
            assertThat(firstError(refused).getString("field")).isEqualTo("GBP/EUR");
            assertThat(firstError(refused).getString("code")).isEqualTo("missing-exchange-rate");
        }

        prices("2026-01-02,GBP/EUR,1.2,\n");
        assertThat(amount(desk.get(portfolio + "/holdings").json(), "total")).isEqualTo("1000.00");
    }

    @Test
    void refusesDaysThatAreNone() {
        assertThat(desk.get(portfolio + "/holdings?as_of=2026-02-30").status()).isEqualTo(400);
        assertThat(desk.get(portfolio + "/holdings?as_of=2099-01-01").status()).isEqualTo(400);
        assertThat(desk.get(portfolio + "/valuations?from=2026-02-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersAnEmptyPortfolio() {
        assertThat(amount(desk.get(portfolio + "/holdings").json(), "total")).isEqualTo("0.00");
        assertThat(amount(desk.get(portfolio + "/summary").json(), "gain")).isEqualTo("0.00");
        assertThat(desk.get(portfolio + "/valuations").json().getJsonArray("items"))
                .isEmpty();
        assertThat(desk.get(portfolio + "/lots").json().getJsonArray("items")).isEmpty();
    }
}
