package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quantumleap.app.it.Authenticator;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInPageIT {

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static SignIn adviser;

    @BeforeAll
    static void prepare() {
        adviser = Api.newAdviserWithSample();
    }

    @Test
    void refusesAWrongPasswordAndSaysSo() {
        BROWSER.log().expectStatus(401);
        Page page = BROWSER.page();
        page.navigate("/");
        Desk desk = new Desk(page);

        desk.enter(new SignIn(adviser.username(), "not the password"));

        assertThat(desk.at("sign-in-refused")).containsText("The user name or the password is wrong.");
        assertThat(desk.at("password")).isFocused();
        assertThat(desk.at("password")).hasValue("");
        assertThat(desk.at("account-menu-button")).isHidden();
    }

    @Test
    void asksForBothFieldsBeforeItSendsAnything() {
        Page page = BROWSER.page();
        List<String> sent = apiRequests(page);
        page.navigate("/");
        Desk desk = new Desk(page);

        desk.at("sign-in").click();

        assertThat(page.getByText("Enter the user name.")).isVisible();
        assertThat(page.getByText("Enter the password.")).isVisible();
        assertThat(desk.at("username")).isFocused();
        assertThat(sent).isEmpty();
    }

    @Test
    void keepsTheTokenOutOfStorageAndAddress() {
        Page page = BROWSER.page();
        List<String> tokens = new ArrayList<>();
        page.onRequest(request -> {
            String header = request.headers().get("authorization");
            if (header != null) {
                tokens.add(header.substring("Bearer ".length()));
            }
        });
        Desk.signIn(page, adviser).waitForPerformance();

        String kept = (String)
                page.evaluate(
                        "() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie + location.href");

        assertThat(tokens).isNotEmpty();
        assertThat(kept).doesNotContain(tokens);
        assertThat(kept).doesNotContain("ql_refresh");
    }

    @Test
    void keepsTheSessionAndThePlaceOverAReload() {
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        desk.at("timeframe-1Y").check();
        desk.waitForPerformance();
        String address = page.url();

        page.reload();

        desk.waitForPerformance();
        assertThat(page.url()).isEqualTo(address).contains("timeframe=1Y");
        assertThat(desk.at("timeframe-1Y")).isChecked();
    }

    @Test
    void renewsTheTokenOnceWhenItIsNoLongerAccepted() {
        BROWSER.log().expectStatus(401);
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        List<String> sent = apiRequests(page);
        refuseOnce(page, "**/api/ai/performance-analytics");

        desk.at("timeframe-3Y").check();

        assertThat(desk.at("performance-body")).not().hasAttribute("aria-busy", "true");
        assertThat(desk.at("timeframe-3Y")).isChecked();
        assertThat(desk.at("headline-value")).isVisible();
        assertThat(sent).filteredOn(path -> path.equals("/api/auth/refresh")).hasSize(1);
    }

    @Test
    void asksToSignInAgainWhenTheSessionIsOverAndKeepsThePlace() {
        BROWSER.log().expectStatus(401);
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        desk.at("question").fill("A question in the making");
        page.route("**/api/**", Answers.problem(401, "unauthorized", "Sign in first"));

        desk.at("timeframe-5Y").check();

        assertThat(desk.at("sign-in-message")).containsText("Your session has ended");
        assertThat(desk.at("username")).hasValue(adviser.username());
        page.unroute("**/api/**");
        desk.enter(adviser);
        desk.waitForPerformance();
        assertThat(desk.at("timeframe-5Y")).isChecked();
        assertThat(desk.at("question")).hasValue("A question in the making");
    }

    @Test
    void leavesNothingBehindAfterSigningOut() {
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        Page other = BROWSER.tab();
        other.navigate("/");
        new Desk(other).waitForPerformance();

        desk.at("account-menu-button").click();
        desk.at("sign-out").click();

        assertThat(desk.at("sign-in-message")).containsText("You are signed out");
        assertThat(desk.at("username")).hasValue("");
        assertThat(desk.at("performance-body")).isEmpty();
        assertThat(page.url()).doesNotContain("portfolio=");
        assertThat(new Desk(other).at("sign-in-message")).containsText("You signed out in another tab");
        page.reload();
        assertThat(desk.at("sign-in-form")).isVisible();
    }

    @Test
    void signsOutOnEveryDevice() {
        SignIn user = Api.newUser("adviser");
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, user);
        Api elsewhere = Api.as(user);
        desk.at("account-menu-button").click();
        desk.at("sign-out-everywhere").click();

        assertThat(desk.at("sign-in-message")).containsText("You are signed out on every device");
        assertThatThrownBy(() -> elsewhere.get("/api/auth/me")).hasMessageContaining("401");
    }

    @Test
    void asksForACodeWhenTheServerDoes() {
        BROWSER.log().expectStatus(401);
        Page page = BROWSER.page();
        page.navigate("/");
        Desk desk = new Desk(page);
        assertThat(desk.at("sign-in-code")).isHidden();
        page.route("**/api/auth/login", Answers.problem(401, "second-factor-needed", "A code is needed too"));

        desk.enter(adviser);

        assertThat(desk.at("code-needed")).containsText("One more step");
        assertThat(desk.at("sign-in-code")).isFocused();
        desk.at("sign-in-code").fill("123456");
        desk.at("sign-in").click();
        assertThat(desk.at("code-needed")).containsText("The code was refused");
        assertThat(desk.at("sign-in-code")).hasValue("");
    }

    @Test
    void setsUpASignInCodeUsesItAndGivesItUp() {
        BROWSER.log().expectStatus(401);
        SignIn user = Api.newUser("adviser");
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, user);
        desk.openSignInCode();
        desk.at("code-password").fill("not the password");
        BROWSER.log().expectStatus(400);
        desk.at("code-save").click();
        assertThat(desk.at("code-problem")).containsText("The current password is wrong.");
        desk.at("code-password").fill(user.password());
        desk.at("code-save").click();

        assertThat(desk.at("code-qr").locator("canvas")).isVisible();
        String secret = desk.at("code-secret").textContent().replace(" ", "");
        desk.at("code-code").fill(Authenticator.code(secret, 0));
        desk.at("code-save").click();
        assertThat(desk.at("recovery-codes").locator("li")).hasCount(10);
        String recovery =
                desk.at("recovery-codes").locator("li").first().textContent().strip();
        desk.at("code-done").click();
        desk.at("account-menu-button").click();
        desk.at("sign-out").click();

        desk.enter(user);
        assertThat(desk.at("code-needed")).containsText("One more step");
        desk.at("sign-in-code").fill("000000".equals(Authenticator.code(secret, 1)) ? "000001" : "000000");
        desk.at("sign-in").click();
        assertThat(desk.at("code-needed")).containsText("The code was refused");
        desk.at("sign-in-code").fill(Authenticator.code(secret, 1));
        desk.at("sign-in").click();
        assertThat(desk.at("account-menu-button")).isVisible();

        desk.openSignInCode();
        assertThat(desk.at("code-state")).containsText("Recovery codes left: 10");
        desk.at("code-code").fill(recovery);
        desk.at("code-save").click();
        assertThat(desk.at("code-dialog")).isHidden();
        desk.at("account-menu-button").click();
        desk.at("sign-out").click();
        desk.enter(user);
        assertThat(desk.at("account-menu-button")).isVisible();
    }

    @Test
    void changesThePassword() {
        SignIn user = Api.newUser("adviser");
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, user);
        desk.at("account-menu-button").click();
        desk.at("change-password").click();

        desk.at("current-password").fill(user.password());
        desk.at("new-password").fill("too short");
        desk.at("repeat-password").fill("too short");
        desk.at("password-save").click();
        assertThat(page.getByText("The new password needs at least 12 characters."))
                .isVisible();
        desk.at("new-password").fill("quite another password");
        desk.at("repeat-password").fill("quite another password");
        desk.at("password-save").click();

        assertThat(desk.at("password-dialog")).isHidden();
        assertThat(Api.as(new SignIn(user.username(), "quite another password"))
                        .get("/api/auth/me")
                        .get("username")
                        .getAsString())
                .isEqualTo(user.username());
    }

    @Test
    void saysWhenTheServerCannotBeReached() {
        BROWSER.log().expectBrokenConnection();
        Page page = BROWSER.page();
        page.navigate("/");
        page.route("**/api/**", Route::abort);

        Desk desk = new Desk(page);
        desk.enter(adviser);

        assertThat(desk.at("sign-in-message")).containsText("The server cannot be reached");
        assertThat(desk.at("username")).hasValue(adviser.username());
    }

    private static List<String> apiRequests(Page page) {
        List<String> paths = new ArrayList<>();
        page.onRequest(request -> {
            String path = java.net.URI.create(request.url()).getPath();
            if (path.startsWith("/api/")) {
                paths.add(path);
            }
        });
        return paths;
    }

    private static void refuseOnce(Page page, String pattern) {
        page.route(pattern, Answers.problem(401, "unauthorized", "Sign in first"), new Page.RouteOptions().setTimes(1));
    }
}
