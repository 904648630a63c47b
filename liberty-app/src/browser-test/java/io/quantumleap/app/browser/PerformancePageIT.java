package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PerformancePageIT {

    private static final String ANALYTICS = "**/api/ai/performance-analytics";

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static SignIn adviser;
    private static String portfolio;

    @BeforeAll
    static void prepare() {
        adviser = Api.newAdviserWithSample();
        portfolio = Api.as(adviser)
                .get("/api/portfolio")
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
    }

    @Test
    void loadsTheSampleFromTheFirstScreenAndCallsItSynthetic() {
        SignIn newcomer = Api.newUser("adviser");
        Desk desk = Desk.signIn(BROWSER.page(), newcomer);
        assertThat(desk.at("welcome")).containsText("no record of any market and no forecast");

        desk.at("load-sample").click();

        desk.waitForPerformance();
        assertThat(desk.page().locator("#performance-subtitle")).containsText("Synthetic sample");
        assertThat(desk.at("benchmark")).not().hasValue("");
    }

    @Test
    void paintsBothCharts() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        assertThat(desk.paintedPixels("growth-chart")).isGreaterThan(2_000);
        assertThat(desk.paintedPixels("drawdown-chart")).isGreaterThan(2_000);
        assertThat(desk.at("growth-chart"))
                .hasAttribute(
                        "aria-label", Pattern.compile("Line chart of the return from .+ Portfolio: from .+ lowest .+"));
    }

    @Test
    void showsExactlyTheFiguresThatTheServerGives() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        String benchmark = desk.at("benchmark").inputValue();

        JsonObject report = measure("MAX", benchmark);

        assertThat(valueOf(desk.at("headline-value"))).isEqualByComparingTo(amount(report, "value"));
        assertThat(valueOf(desk.at("headline-gain"))).isEqualByComparingTo(amount(report, "gain"));
        JsonObject metrics = report.getAsJsonObject("metrics");
        List<String> compared = new ArrayList<>();
        for (Locator card : desk.page().locator("[data-testid^='metric-']").all()) {
            String name = card.getAttribute("data-testid").substring("metric-".length());
            JsonElement expected = metrics.get(name);
            assertThat(expected).as(name).isNotNull();
            if (expected.isJsonNull()) {
                assertThat(card).containsText("Not available");
            } else {
                assertThat(valueOf(card).doubleValue()).as(name).isCloseTo(expected.getAsDouble(), within(1e-12));
                compared.add(name);
            }
        }
        assertThat(compared)
                .contains("time_weighted_return", "sharpe", "max_drawdown", "beta")
                .hasSizeGreaterThan(20);
        assertThat(desk.at("metric-sharpe").locator(".metric-value"))
                .hasText("%.2f".formatted(metrics.get("sharpe").getAsDouble()).replace('-', '−'));
    }

    @Test
    void listsEveryHoldingWithItsWeight() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        JsonObject holdings = Api.as(adviser).get("/api/portfolio/" + portfolio + "/holdings");

        List<String> shown = desk.at("holding-table").locator("tbody tr").allInnerTexts();
        assertThat(shown)
                .hasSize(holdings.getAsJsonArray("holdings").size()
                        + holdings.getAsJsonArray("cash").size());
        for (JsonElement element : holdings.getAsJsonArray("holdings")) {
            JsonObject holding = element.getAsJsonObject();
            String symbol = holding.get("symbol").getAsString();
            String weight = "%.1f%%".formatted(100 * holding.get("weight").getAsDouble());
            assertThat(shown).anyMatch(row -> row.startsWith(symbol + "\t") && row.contains(weight));
        }
    }

    @Test
    void measuresThePeriodAndTheBenchmarkThatAreChosen() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        desk.at("timeframe-1Y").check();
        desk.at("benchmark").selectOption("");
        desk.waitForPerformance();

        JsonObject report = measure("1Y", null);
        assertThat(desk.at("no-benchmark")).isVisible();
        assertThat(desk.at("metric-beta")).hasCount(0);
        assertThat(valueOf(desk.at("metric-time_weighted_return")).doubleValue())
                .isCloseTo(metric(report, "time_weighted_return"), within(1e-12));
        assertThat(desk.page().url()).contains("timeframe=1Y", "benchmark=", "portfolio=" + portfolio);
    }

    @Test
    void switchesTheChartBetweenReturnAndValue() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        desk.at("mode-value").check();

        assertThat(desk.at("growth-chart")).hasAttribute("aria-label", Pattern.compile("Line chart of the value .*"));
        assertThat(desk.paintedPixels("growth-chart")).isGreaterThan(2_000);
        assertThat(desk.page().url()).contains("mode=value");
    }

    @Test
    void offersThePointsOfTheChartsAsATable() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        desk.at("series-details").locator("summary").click();

        assertThat(desk.at("series-table").locator("tbody tr").first()).isVisible();
        assertThat(desk.at("series-table").locator("tbody tr").count()).isGreaterThan(100);
    }

    @Test
    void explainsAMeasureToKeyboardAndPointer() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        Locator card = desk.at("metric-sortino");

        card.locator("button").focus();
        assertThat(card.locator("[role=tooltip]")).isVisible();
        card.locator("button").press("Escape");
        assertThat(card.locator("[role=tooltip]")).isHidden();
        card.locator("button").hover();
        assertThat(card.locator("[role=tooltip]")).isVisible();
        assertThat(card.locator("[role=tooltip]")).isInViewport();
    }

    @Test
    void saysWhyAFigureIsNotAvailable() {
        Page page = BROWSER.page();
        page.route(ANALYTICS, route -> {
            JsonObject report = measure("MAX", null);
            report.getAsJsonObject("metrics").add("calmar", JsonNull.INSTANCE);
            JsonObject reason = new JsonObject();
            reason.addProperty("metric", "calmar");
            reason.addProperty("reason", "There was no drawdown to divide by.");
            report.getAsJsonArray("unavailable").add(reason);
            Answers.json(report.toString()).accept(route);
        });

        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();

        assertThat(desk.at("metric-calmar")).containsText("Not available");
        assertThat(desk.at("metric-calmar")).containsText("There was no drawdown to divide by.");
        assertThat(page.locator("body")).not().containsText("NaN");
    }

    @Test
    void offersToTryAgainWhenTheServerFails() {
        BROWSER.log().expectStatus(503);
        Page page = BROWSER.page();
        page.route(ANALYTICS, Answers.problem(503, "unavailable", "The database cannot be reached."));
        Desk desk = Desk.signIn(page, adviser);
        assertThat(desk.at("performance-error")).containsText("The database cannot be reached.");
        assertThat(desk.at("performance-error")).containsText("test-request");

        page.unroute(ANALYTICS);
        desk.at("retry").click();

        desk.waitForPerformance();
    }

    @Test
    void leadsToTheImportWhenTheDataCannotAnswer() {
        BROWSER.log().expectStatus(422);
        Page page = BROWSER.page();
        page.route(ANALYTICS, Answers.problem(422, "unmeasurable", "There is no exchange rate from GBP to USD."));
        Desk desk = Desk.signIn(page, adviser);
        assertThat(desk.at("performance-error")).containsText("There is no exchange rate from GBP to USD.");

        desk.at("go-to-data").click();

        assertThat(desk.at("prices-drop")).isVisible();
    }

    @Test
    void keepsTheRestWhenOnePartFails() {
        BROWSER.log().expectStatus(500);
        Page page = BROWSER.page();
        page.route("**/holdings", Answers.problem(500, "internal", "Something went wrong here."));

        Desk desk = Desk.signIn(page, adviser);

        desk.waitForPerformance();
        assertThat(page.getByText("Holdings could not be loaded")).isVisible();
        assertThat(desk.at("totals")).isVisible();
    }

    @Test
    void showsThatItIsLoadingAndDropsARequestThatIsOvertaken() {
        Page page = BROWSER.page();
        List<Route> held = new ArrayList<>();
        List<Request> failed = new ArrayList<>();
        page.onRequestFailed(failed::add);
        page.route(ANALYTICS, Answers.holdTheFirst(held));
        Desk desk = Desk.signIn(page, adviser);
        assertThat(desk.at("performance-loading")).isVisible();
        assertThat(held).hasSize(1);

        desk.at("timeframe-1Y").check();

        desk.waitForPerformance();
        assertThat(valueOf(desk.at("metric-time_weighted_return")).doubleValue())
                .isCloseTo(
                        metric(measure("1Y", desk.at("benchmark").inputValue()), "time_weighted_return"),
                        within(1e-12));
        assertThat(failed).contains(held.get(0).request());
    }

    @Test
    void invitesToImportWhenThereIsNothingToMeasure() {
        SignIn newcomer = Api.newUser("adviser");
        Api.as(newcomer).createPortfolio("Empty so far");

        Desk desk = Desk.signIn(BROWSER.page(), newcomer);

        assertThat(desk.at("empty")).containsText("Nothing to measure yet");
        assertThat(desk.at("transactions-drop")).isVisible();
        assertThat(desk.at("growth-chart")).hasCount(0);
    }

    @Test
    void createsRenamesSwitchesAndDeletesPortfolios() {
        SignIn newcomer = Api.newUser("adviser");
        Api.as(newcomer).createPortfolio("First");
        Desk desk = Desk.signIn(BROWSER.page(), newcomer);
        desk.view("portfolios");

        desk.at("new-portfolio").click();
        desk.at("portfolio-name").fill("Second");
        desk.at("portfolio-currency").fill("eur");
        desk.at("portfolio-save").click();
        assertThat(desk.page().locator("#performance-title")).hasText("Second");
        assertThat(desk.page().locator("#performance-title")).isFocused();
        desk.view("portfolios");
        desk.page().getByLabel("Rename First").click();
        desk.at("portfolio-name").fill("Renamed");
        desk.at("portfolio-save").click();
        assertThat(desk.page().getByLabel("Delete Renamed")).isVisible();
        desk.page().getByLabel("Delete Second").click();
        desk.at("confirm-yes").click();

        assertThat(desk.at("open-portfolio")).hasText(new String[] {"Renamed"});
        assertThat(desk.at("portfolio-select").locator("option")).hasText(new String[] {"Renamed"});
        desk.at("open-portfolio").click();
        assertThat(desk.page().locator("#performance-title")).hasText("Renamed");
    }

    private static JsonObject measure(String timeframe, String benchmark) {
        JsonObject question = new JsonObject();
        question.addProperty("portfolio_id", portfolio);
        question.addProperty("timeframe", timeframe);
        if (benchmark != null && !benchmark.isEmpty()) {
            question.addProperty("benchmark", benchmark);
        }
        return Api.as(adviser).post("/api/ai/performance-analytics", question);
    }

    private static double metric(JsonObject report, String name) {
        return report.getAsJsonObject("metrics").get(name).getAsDouble();
    }

    private static BigDecimal amount(JsonObject report, String name) {
        return report.getAsJsonObject(name).get("amount").getAsBigDecimal();
    }

    /** The exact value that stands behind a formatted figure. */
    private static BigDecimal valueOf(Locator figure) {
        return new BigDecimal(figure.locator("data").getAttribute("value"));
    }
}
