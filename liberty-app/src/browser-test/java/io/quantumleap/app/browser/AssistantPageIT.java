package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssistantPageIT {

    private static final String CHAT = "**/api/ai/chat";
    private static final String BIGGEST = "What is my biggest holding and how risky is it?";

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static SignIn adviser;

    @BeforeAll
    static void prepare() {
        adviser = Api.newAdviserWithSample();
    }

    @Test
    void answersFromThePortfolioAndNamesItsSources() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        desk.ask(BIGGEST);

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        JsonObject biggest = biggestHolding();
        double weight = 100 * biggest.get("weight").getAsDouble();
        assertThat(desk.lastAnswer().getByTestId("answer-text"))
                .containsText(biggest.get("symbol").getAsString());
        assertThat(desk.lastAnswer().getByTestId("answer-text")).containsText("%.2f %%".formatted(weight));
        assertThat(desk.at("holding-table").locator("tbody tr").first()).containsText("%.1f".formatted(weight));
        assertThat(desk.lastAnswer().getByTestId("source").first()).isVisible();
        assertThat(desk.at("assistant-model")).not().isEmpty();
        assertThat(desk.page().locator("#announcer")).containsText("The assistant says");
    }

    @Test
    void drawsTheGrowthThatItSpeaksOf() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();

        desk.ask("How does it compare with the benchmark?");

        Locator chart = desk.lastAnswer().getByTestId("answer-chart").getByRole(AriaRole.IMG);
        assertThat(chart).isVisible();
        assertThat(chart)
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Growth from .* Portfolio [+\\-\u2212].*, SYN.INDEX [+\\-\u2212].*"));
        assertThat(chart.locator("polyline")).hasCount(2);
    }

    @Test
    void opensTheDataBehindASource() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        desk.ask(BIGGEST);

        desk.lastAnswer().getByTestId("open-source").first().click();

        assertThat(desk.at("source-data")).containsText("\"portfolio_id\"");
        desk.page().keyboard().press("Escape");
        assertThat(desk.at("source-dialog")).isHidden();
        assertThat(desk.lastAnswer().getByTestId("open-source").first()).isFocused();
    }

    @Test
    void asksASuggestedQuestionAtTheTouchOfItsButton() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        String question = desk.at("suggestion").first().innerText();

        desk.at("suggestion").first().click();

        assertThat(desk.at("turn-user").locator("p")).hasText(question);
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.at("question")).isFocused();
    }

    @Test
    void keepsTheConversationOverAReloadAndInTheHistory() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.waitForPerformance();
        desk.ask(BIGGEST);
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        String answer = desk.lastAnswer().getByTestId("answer-text").innerText();

        desk.page().reload();

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.lastAnswer().getByTestId("answer-text").innerText()).isEqualTo(answer);
        desk.at("new-conversation").click();
        assertThat(desk.at("turn-user")).hasCount(0);
        desk.at("conversations-button").click();
        desk.at("open-conversation").first().click();
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.lastAnswer().getByTestId("answer-text").innerText()).isEqualTo(answer);
    }

    @Test
    void deletesAConversation() {
        SignIn user = Api.newAdviserWithSample();
        Desk desk = Desk.signIn(BROWSER.page(), user);
        desk.waitForPerformance();
        desk.ask(BIGGEST);
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        desk.at("conversations-button").click();

        desk.at("delete-conversation").click();

        assertThat(desk.at("turn-user")).hasCount(0);
        assertThat(Api.as(user).get("/api/ai/chat/conversations").getAsJsonArray("items"))
                .isEmpty();
    }

    @Test
    void stopsAnAnswerAndAsksAgain() {
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        List<Route> held = new ArrayList<>();
        page.route(CHAT, Answers.holdTheFirst(held));
        desk.ask(BIGGEST);
        assertThat(desk.at("thinking")).isVisible();

        desk.at("stop").click();
        assertThat(desk.at("answer-failed")).containsText("Stopped");
        desk.at("retry").click();

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.at("turn-user")).hasCount(1);
    }

    @Test
    void passesOnWhyThereIsNoAnswer() {
        BROWSER.log().expectStatus(429);
        Page page = BROWSER.page();
        Desk desk = Desk.signIn(page, adviser);
        desk.waitForPerformance();
        page.route(CHAT, Answers.problem(429, "too-many-requests", "The budget of this hour is used up."));

        desk.ask(BIGGEST);

        assertThat(desk.at("answer-failed")).containsText("The budget of this hour is used up.");
        assertThat(desk.at("question")).isEditable();
    }

    @Test
    void readsAStreamHoweverTheNetworkCutsIt() {
        Page page = BROWSER.page();
        page.navigate("/");

        Object events = page.evaluate("""
                async () => {
                  const { eventsOf } = await import('/app/events.js');
                  const text = ': comment\\r\\n\\r\\nevent: delta\\r\\ndata: {"text":"gr\\u00fc\\u00df"}\\r\\n\\r\\nevent: done\\ndata: {"a":\\ndata: 1}\\n\\n';
                  const bytes = new TextEncoder().encode(text);
                  const seen = [];
                  for (const size of [1, 2, 3, 7, 1000]) {
                    const stream = new ReadableStream({
                      start(controller) {
                        for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
                        controller.close();
                      },
                    });
                    const events = [];
                    for await (const event of eventsOf(new Response(stream))) events.push(event);
                    seen.push(JSON.stringify(events));
                  }
                  return [...new Set(seen)];
                }""");

        assertThat(events)
                .isEqualTo(
                        List.of(
                                "[{\"event\":\"delta\",\"data\":{\"text\":\"grüß\"}},{\"event\":\"done\",\"data\":{\"a\":1}}]"));
    }

    private static JsonObject biggestHolding() {
        Api api = Api.as(adviser);
        String portfolio = api.get("/api/portfolio")
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        return StreamSupport.stream(
                        api.get("/api/portfolio/" + portfolio + "/holdings")
                                .getAsJsonArray("holdings")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .max(Comparator.comparingDouble(holding -> holding.get("weight").getAsDouble()))
                .orElseThrow();
    }
}
