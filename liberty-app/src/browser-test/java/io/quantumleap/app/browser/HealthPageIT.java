package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.quantumleap.app.it.ServerProcess.SignIn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthPageIT {

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static SignIn adviser;

    @BeforeAll
    static void prepare() {
        adviser = Api.newAdviserWithSample();
    }

    @Test
    void showsTheScoresOfTheServerWithTheirEvidence() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        String portfolio = Api.as(adviser)
                .get("/api/portfolio")
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        JsonObject question = new JsonObject();
        question.addProperty("portfolio_id", portfolio);
        question.addProperty("benchmark", "SYN.INDEX");
        JsonObject analysis = Api.as(adviser).post("/api/ai/analysis/comprehensive", question);

        desk.at("check-health").click();

        assertThat(desk.at("health-result")).isVisible();
        assertThat(desk.at("risk-level")).hasText(analysis.get("risk_level").getAsString());
        assertThat(desk.at("score")).hasCount(4);
        assertThat(desk.at("score").first())
                .containsText(
                        "%.1f of 100".formatted(analysis.get("overall_score").getAsDouble()));
        assertThat(desk.at("finding"))
                .hasCount(analysis.getAsJsonArray("findings").size());
        assertThat(desk.at("health-suggestion"))
                .hasCount(analysis.getAsJsonArray("suggestions").size());
        assertThat(desk.at("health-summary")).containsText("of 100");
        desk.at("score").nth(2).locator("summary").click();
        desk.at("score").nth(2).getByTestId("open-source").click();
        assertThat(desk.at("source-shown")).isVisible();
    }

    @Test
    void forgetsTheCheckOfAnotherPeriod() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        desk.at("check-health").click();
        assertThat(desk.at("health-result")).isVisible();

        desk.at("timeframe-1Y").check();

        assertThat(desk.at("health-result")).hasCount(0);
        desk.at("check-health").click();
        assertThat(desk.at("health-result")).isVisible();
    }

    @Test
    void setsAndRemovesABudgetAndSaysThatNothingWasSpent() {
        SignIn user = Api.newAdviserWithSample();
        Desk desk = Desk.signIn(BROWSER.page(), user);
        desk.waitForPerformance();
        desk.at("account-menu-button").click();
        desk.at("show-costs").click();
        assertThat(desk.at("costs-empty")).containsText("nothing was spent");
        assertThat(desk.at("no-providers")).isVisible();
        assertThat(desk.at("costs-all")).hasCount(0);

        desk.at("budget-amount").fill("a lot");
        desk.at("save-budget").click();
        assertThat(desk.at("budget-form")).containsText("Enter an amount");
        desk.at("budget-amount").fill("12,50");
        desk.at("save-budget").click();

        assertThat(desk.at("remove-budget")).isVisible();
        assertThat(Api.as(user)
                        .get("/api/ai/cost-tracking/budget")
                        .getAsJsonObject("monthly_budget")
                        .get("amount")
                        .getAsString())
                .isEqualTo("12.50");
        desk.at("remove-budget").click();
        assertThat(desk.at("remove-budget")).isHidden();
        assertThat(Api.as(user)
                        .get("/api/ai/cost-tracking/budget")
                        .get("monthly_budget")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void showsTheCostsOfEverybodyToThoseWhoRunTheServer() {
        SignIn operator = Api.newUser("operator");
        Desk desk = Desk.signIn(BROWSER.page(), operator);
        desk.at("account-menu-button").click();
        desk.at("show-costs").click();
        desk.at("costs-all").check();
        assertThat(desk.at("budget-form")).containsText("Budget of the installation");
    }
}
