package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attacks from public collections are shown as the text that they are; a dialog, a request or a violated policy fails the test. */
class HostileTextPageIT {

    private static final int LONGEST_NAME = 100;

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    /** Enough to see an execution when the collections are not at hand. */
    private static final List<String> OWN = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "javascript:alert(1)",
            "**<b onmouseover=alert(1)>bold</b>**",
            "| <iframe src=javascript:alert(1)> | cell |",
            "- <details open ontoggle=alert(1)>");

    private SignIn adviser;

    @BeforeEach
    void prepare() {
        adviser = Api.newAdviserWithSample();
    }

    @Test
    void showsAttacksInPortfolioNamesAsText() throws IOException {
        List<String> names = Stream.concat(OWN.stream(), collected())
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .distinct()
                .toList();
        Page page = BROWSER.page();
        page.route("**/api/portfolio?*", Answers.json(portfolios(names)));

        Desk desk = Desk.signIn(page, adviser);
        desk.view("portfolios");

        assertThat(desk.at("open-portfolio").allTextContents()).isEqualTo(names);
        assertThat(desk.at("portfolio-select").locator("option")).hasCount(names.size());
        assertNothingWasBuilt(page);
    }

    @Test
    void storesAnAttackAndShowsItWhereverTheNameStands() {
        BROWSER.log().expectStatus(400);
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        for (String attack : OWN) {
            desk.view("portfolios");
            desk.at("new-portfolio").click();
            desk.at("portfolio-name").fill(attack);
            desk.at("portfolio-save").click();
            assertThat(page.locator("#performance-title")).hasText(attack);
        }
        desk.view("data");
        assertThat(page.locator("#data-subtitle")).containsText(OWN.get(OWN.size() - 1));
        assertNothingWasBuilt(page);
    }

    @Test
    void showsAttacksInAConversationAsText() throws IOException {
        List<String> attacks = Stream.concat(OWN.stream(), collected()).toList();
        Page page = BROWSER.page();
        page.route("**/api/ai/chat/conversations/hostile", Answers.json(conversation(attacks)));
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();

        page.evaluate("() => { location.hash += '&chat=hostile'; }");

        assertThat(desk.at("turn-user")).hasCount(attacks.size());
        assertThat(desk.at("turn-user").locator("p").allTextContents()).isEqualTo(attacks);
        assertNothingWasBuilt(page);
        for (int i = 0; i < 3; i++) {
            desk.at("source").locator("button").nth(i).hover();
        }
    }

    @Test
    void asksAttacksAsQuestions() {
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        for (String attack : OWN) {
            desk.ask(attack);
            assertThat(desk.at("thinking")).hasCount(0);
            assertThat(desk.at("turn-user").last().locator("p")).hasText(attack);
        }
        page.reload();
        assertThat(desk.at("turn-user")).hasCount(OWN.size());
        assertNothingWasBuilt(page);
    }

    /** On an empty page, which no content policy protects: the sanitizer alone must do. */
    @Test
    void buildsNothingOfTheRichTextOfAttacks() throws IOException {
        Api marketing = Api.as(Api.newUser("marketing"));
        List<String> clean = Stream.concat(OWN.stream(), collected())
                .filter(attack -> !attack.isBlank())
                .map(attack -> preview(marketing, attack))
                .toList();
        Page page = BROWSER.tab();
        for (String html : clean) {
            page.setContent(html);
            assertThat(page.locator("body")
                            .locator("script, iframe, object, embed, math, svg, style, img, form, input"))
                    .hasCount(0);
        }
        assertThat(runs(String.join("", clean))).as("what is left runs").isFalse();
        assertThat(runs(OWN.get(1))).as("what was sent runs").isTrue();
    }

    private static String preview(Api marketing, String draft) {
        JsonObject body = new JsonObject();
        body.addProperty("html", draft);
        return marketing
                .post("/api/marketing/messages/preview", body)
                .get("html")
                .getAsString();
    }

    /** Whether a dialog opens; in a tab that nobody else watches. */
    private static boolean runs(String html) {
        Page tab = BROWSER.window().newPage();
        AtomicBoolean opened = new AtomicBoolean();
        tab.onDialog(dialog -> {
            opened.set(true);
            dialog.dismiss();
        });
        tab.setContent(html + "<img src='data:,' onerror='document.title=\"seen\"'>");
        assertThat(tab).hasTitle("seen");
        tab.close();
        return opened.get();
    }

    @Test
    void followsNoSourceThatLeadsElsewhere() {
        Page page = BROWSER.page();
        page.navigate("/");
        for (String href : List.of(
                "https://example.org/api/x",
                "//example.org/api/x",
                "javascript:alert(1)",
                "/elsewhere",
                "/api/../openapi")) {
            Object refusal = page.evaluate("""
                    async href => {
                      const { source } = await import('/app/api.js');
                      try { await source(href); return 'followed'; } catch (error) { return error.message; }
                    }""", href);
            assertThat(refusal).as(href).isEqualTo("A source may only point to this server");
        }
    }

    /** Nothing of the attacks became an element, wherever it was shown. */
    private static void assertNothingWasBuilt(Page page) {
        assertThat(
                        page.locator("#desk")
                                .locator(
                                        "script, iframe, object, embed, math, style, [onerror], [onload], [style*=url], a[href], img:not([src='/favicon.svg'])"))
                .hasCount(0);
    }

    private static String portfolios(List<String> names) {
        JsonArray items = new JsonArray();
        for (String name : names) {
            JsonObject portfolio = new JsonObject();
            portfolio.addProperty("id", "p" + items.size());
            portfolio.addProperty("name", name);
            portfolio.addProperty("base_currency", "USD");
            portfolio.addProperty("sample", false);
            portfolio.addProperty("created_at", "2026-01-31T09:30:00Z");
            portfolio.addProperty("transaction_count", 0);
            items.add(portfolio);
        }
        JsonObject page = new JsonObject();
        page.add("items", items);
        page.add("next_cursor", JsonNull.INSTANCE);
        return page.toString();
    }

    private static String conversation(List<String> attacks) {
        JsonArray turns = new JsonArray();
        for (String attack : attacks) {
            JsonObject question = new JsonObject();
            question.addProperty("role", "user");
            question.addProperty("text", attack);
            question.addProperty("timestamp", "2026-01-31T09:30:00Z");
            turns.add(question);
            JsonObject figure = new JsonObject();
            figure.addProperty("name", attack);
            figure.addProperty("value", attack);
            JsonArray figures = new JsonArray();
            figures.add(figure);
            JsonObject source = new JsonObject();
            source.addProperty("id", 1);
            source.addProperty("tool", attack);
            source.addProperty("title", attack);
            source.addProperty("href", attack);
            source.add("figures", figures);
            JsonArray sources = new JsonArray();
            sources.add(source);
            JsonObject answer = question.deepCopy();
            answer.addProperty("role", "assistant");
            answer.addProperty("model", attack);
            answer.add("sources", sources);
            turns.add(answer);
        }
        JsonObject conversation = new JsonObject();
        conversation.addProperty("id", "hostile");
        conversation.addProperty("title", "Hostile");
        conversation.addProperty("created_at", "2026-01-31T09:30:00Z");
        conversation.addProperty("updated_at", "2026-01-31T09:30:00Z");
        conversation.add("turns", turns);
        return conversation.toString();
    }

    /** The collected attacks, which are not part of this repository; without them the test is skipped rather than half run. */
    private static Stream<String> collected() throws IOException {
        Optional<Path> file = Stream.of(System.getProperty("quantumleap.shared.dir"), "../shared", "../../shared")
                .filter(name -> name != null && !name.isBlank())
                .map(name -> Path.of(name, "corpora", "xss.jsonl"))
                .filter(Files::isReadable)
                .findFirst();
        Assumptions.assumeTrue(
                file.isPresent(), "Skipped: corpora/xss.jsonl is not beside the checkout (quantumleap.shared.dir)");
        return Files.readAllLines(file.get(), StandardCharsets.UTF_8).stream().map(line -> JsonParser.parseString(line)
                .getAsJsonObject()
                .get("payload")
                .getAsString());
    }
}
