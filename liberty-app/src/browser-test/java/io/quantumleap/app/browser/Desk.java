package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quantumleap.app.it.ServerProcess.SignIn;

/** The page as its reader sees it. */
final class Desk {

    private final Page page;

    Desk(Page page) {
        this.page = page;
    }

    /** Opens the page and signs in; the user's portfolio, if any, is shown. */
    static Desk signIn(Page page, SignIn user) {
        page.navigate("/");
        Desk desk = new Desk(page);
        desk.enter(user);
        assertThat(desk.at("account-menu-button")).isVisible();
        return desk;
    }

    void enter(SignIn user) {
        at("username").fill(user.username());
        at("password").fill(user.password());
        at("sign-in").click();
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    void waitForPerformance() {
        assertThat(at("headline-value")).isVisible();
        assertThat(at("performance-body")).not().hasAttribute("aria-busy", "true");
    }

    void view(String name) {
        at("view-" + name).click();
        assertThat(at(name)).isVisible();
    }

    void openSignInCode() {
        at("account-menu-button").click();
        at("set-up-code").click();
    }

    void ask(String question) {
        at("question").fill(question);
        at("question").press("Enter");
    }

    Locator lastAnswer() {
        return at("turn-assistant").last();
    }

    /** How many pixels wider the page is than its window. */
    int sidewaysOverflow() {
        Object pixels =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) pixels).intValue();
    }

    /** How many pixels of a chart are painted. */
    int paintedPixels(String chart) {
        Object pixels = at(chart).locator("canvas").evaluate("""
                canvas => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let painted = 0;
                  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted += 1;
                  return painted;
                }""");
        return ((Number) pixels).intValue();
    }

    /** The test id, or else the id, of what has the focus. */
    String focused() {
        return (String)
                page.evaluate(
                        "() => document.activeElement.dataset.testid ?? document.activeElement.id ?? document.activeElement.tagName");
    }

    Page page() {
        return page;
    }
}
