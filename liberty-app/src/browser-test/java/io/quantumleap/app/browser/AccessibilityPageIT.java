package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessibilityPageIT {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final List<String> VIEWS = List.of("performance", "data", "portfolios", "assistant");

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static SignIn adviser;

    @BeforeAll
    static void prepare() {
        adviser = Api.newAdviserWithSample();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK"})
    void passesTheRuleScanInEveryView(int width, ColorScheme scheme) {
        Page page = BROWSER.open(width, 900, scheme);
        page.navigate("/");
        assertThat(page.getByTestId("sign-in-form")).isVisible();
        scan(page, "sign-in");
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        scan(page, "performance");
        for (String view : VIEWS) {
            if (desk.at("view-" + view).isVisible()) {
                desk.view(view);
                scan(page, view);
            }
        }
        desk.at("account-menu-button").click();
        desk.at("change-password").click();
        desk.at("password-save").click();
        scan(page, "change password");
    }

    @Test
    void passesTheRuleScanWithAnAnswerAndItsSource() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        desk.ask("What is my biggest holding and how risky is it?");
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        scan(desk.page(), "answer");
        desk.lastAnswer().getByTestId("open-source").first().click();
        assertThat(desk.at("source-shown")).isVisible();
        scan(desk.page(), "source");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "375, DARK"})
    void passesTheRuleScanWithAHealthCheckAndWithTheCosts(int width, ColorScheme scheme) {
        Desk desk = Desk.signIn(BROWSER.open(width, 900, scheme), adviser);
        desk.waitForPerformance();
        desk.at("check-health").click();
        assertThat(desk.at("health-result")).isVisible();
        scan(desk.page(), "health check");
        assertThat(desk.sidewaysOverflow()).as("health check").isZero();
        desk.at("account-menu-button").click();
        desk.at("show-costs").click();
        assertThat(desk.at("budget-form")).isVisible();
        scan(desk.page(), "costs");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 375, 768, 1280})
    void neverScrollsSideways(int width) {
        Page page = BROWSER.open(width, 812);
        page.navigate("/");
        Desk desk = new Desk(page);
        assertThat(desk.at("sign-in-form")).isVisible();
        assertThat(desk.sidewaysOverflow()).as("sign-in").isZero();
        desk.enter(adviser);
        desk.waitForPerformance();
        assertThat(desk.sidewaysOverflow()).as("performance").isZero();
        for (String view : VIEWS) {
            if (desk.at("view-" + view).isVisible()) {
                desk.view(view);
                assertThat(desk.sidewaysOverflow()).as(view).isZero();
            }
        }
    }

    @Test
    void worksFromSignInToSignOutByKeyboardAlone() {
        Page page = BROWSER.page();
        page.navigate("/");
        Desk desk = new Desk(page);
        assertThat(desk.at("username")).isFocused();
        page.keyboard().type(adviser.username());
        page.keyboard().press("Tab");
        page.keyboard().type(adviser.password());
        page.keyboard().press("Enter");
        desk.waitForPerformance();
        assertThat(page.locator("#performance-title")).isFocused();

        // The timeframe is a group of radio buttons: Tab enters it, the arrows move in it.
        tabTo(desk, "timeframe-MAX");
        page.keyboard().press("ArrowLeft");
        assertThat(desk.at("timeframe-5Y")).isFocused();
        assertThat(desk.at("timeframe-5Y")).isChecked();
        desk.waitForPerformance();
        assertThat(page.url()).contains("timeframe=5Y");

        tabTo(desk, "question");
        page.keyboard().type("What is my biggest holding and how risky is it?");
        page.keyboard().press("Enter");
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.at("question")).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("*:focus")).isVisible();

        page.locator("#skip-link").focus();
        assertThat(page.locator("#skip-link")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();

        page.locator("#skip-link").focus();
        tabTo(desk, "view-portfolios");
        page.keyboard().press("Enter");
        assertThat(page.locator("#portfolios-title")).isFocused();
        page.locator("#skip-link").focus();
        tabTo(desk, "account-menu-button");
        page.keyboard().press("Enter");
        tabTo(desk, "sign-out");
        page.keyboard().press("Escape");
        assertThat(desk.at("account-menu-button")).isFocused();
        page.keyboard().press("Enter");
        tabTo(desk, "sign-out");
        page.keyboard().press("Enter");
        assertThat(desk.at("sign-in-message")).containsText("You are signed out");
    }

    @Test
    void showsWhereTheFocusIs() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        for (String control :
                List.of("view-data", "benchmark", "question", "account-menu-button", "new-conversation")) {
            desk.page().keyboard().press("Tab");
            desk.at(control).focus();
            Object visible = desk.at(control)
                    .evaluate(
                            "e => getComputedStyle(e).outlineStyle === 'solid' && parseFloat(getComputedStyle(e).outlineWidth) >= 2");
            assertThat(visible).as(control).isEqualTo(true);
        }
    }

    @Test
    void givesTheFocusBackWhenADialogCloses() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        desk.view("portfolios");
        Locator button = desk.at("new-portfolio");

        button.press("Enter");
        assertThat(desk.at("portfolio-name")).isFocused();
        desk.page().keyboard().press("Escape");

        assertThat(desk.at("portfolio-dialog")).isHidden();
        assertThat(button).isFocused();
    }

    private static void tabTo(Desk desk, String testId) {
        for (int presses = 0; presses < 150; presses++) {
            if (testId.equals(desk.focused())) {
                return;
            }
            desk.page().keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + testId);
    }

    private static void scan(Page page, String where) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations();
        assertThat(violations)
                .extracting(rule -> where + ": " + rule.getImpact() + " " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
