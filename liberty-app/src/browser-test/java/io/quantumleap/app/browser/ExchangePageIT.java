package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer whose line is lost, and one that is stopped on the server. */
class ExchangePageIT {

    private static final String CHAT = "**/api/ai/chat";
    private static final String EVENTS = "**/api/ai/chat/exchanges/*/events";
    private static final String QUESTION = "What is my biggest holding and how risky is it?";

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Request> questions = new ArrayList<>();
    private SignIn user;
    private Page page;

    @BeforeEach
    void signUp() {
        user = Api.newAdviserWithSample();
        page = BROWSER.page();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/ai/chat")) {
                questions.add(request);
            }
        });
    }

    private Desk desk() {
        Desk desk = Desk.signIn(page, user);
        desk.waitForPerformance();
        return desk;
    }

    /** Lets the server answer in full, and the page see no more than the events before this one. */
    private static Consumer<Route> cutBefore(String event) {
        return route -> {
            APIResponse whole = route.fetch();
            String body = whole.text();
            int end = body.lastIndexOf("\n\n", body.indexOf("event: " + event)) + 2;
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(whole.status())
                    .setContentType("text/event-stream")
                    .setBody(end < 2 ? "" : body.substring(0, end)));
        };
    }

    private JsonArray conversations() {
        return Api.as(user).get("/api/ai/chat/conversations").getAsJsonArray("items");
    }

    @Test
    void goesOnWithTheSameAnswerWhenTheLineIsLost() {
        Desk desk = desk();
        page.route(CHAT, cutBefore("done"), new Page.RouteOptions().setTimes(1));

        desk.ask(QUESTION);

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.at("answer-failed")).hasCount(0);
        assertThat(desk.at("turn-user")).hasCount(1);
        assertThat(questions).as("asked once").hasSize(1);
        assertThat(conversations()).hasSize(1);
        String told = desk.lastAnswer().getByTestId("answer-text").innerText();
        assertThat(told.indexOf("biggest holding")).isEqualTo(told.lastIndexOf("biggest holding"));
    }

    @Test
    void asksAgainUnderTheSameKeyWhenTheLineWasLostBeforeTheFirstEvent() {
        Desk desk = desk();
        page.route(CHAT, cutBefore("start"), new Page.RouteOptions().setTimes(1));

        desk.ask(QUESTION);

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(questions).hasSize(2);
        assertThat(questions.get(0).allHeaders().get("idempotency-key"))
                .isNotBlank()
                .isEqualTo(questions.get(1).allHeaders().get("idempotency-key"));
        assertThat(conversations()).as("answered once").hasSize(1);
    }

    @Test
    void saysWhenTheLineDoesNotComeBackAndGoesOnAtTheTouchOfAButton() {
        BROWSER.log().expectBrokenConnection();
        page.clock().install();
        Desk desk = desk();
        page.route(CHAT, cutBefore("delta"), new Page.RouteOptions().setTimes(1));
        page.route(EVENTS, route -> route.abort());

        desk.ask(QUESTION);
        assertThat(desk.at("thinking")).containsText("The connection was lost");
        // Each try fails in real time and only then sets the page's clock for the next one, so nobody can say how often
        // to move it on.
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (desk.at("answer-failed").count() == 0 && System.nanoTime() < end) {
            page.clock().runFor(1_000);
        }
        assertThat(desk.at("answer-failed")).containsText("The connection was lost");
        page.unroute(EVENTS);
        desk.at("retry").click();

        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        assertThat(desk.at("turn-user")).hasCount(1);
        assertThat(conversations()).as("answered once").hasSize(1);
    }

    @Test
    void stopsTheAnswerOnTheServerAsWell() {
        Desk desk = desk();
        page.route(CHAT, cutBefore("delta"), new Page.RouteOptions().setTimes(1));
        List<Route> held = new ArrayList<>();
        page.route(EVENTS, held::add);
        desk.ask(QUESTION);
        assertThat(desk.at("thinking")).isVisible();
        page.waitForCondition(() -> !held.isEmpty());

        Request stop = page.waitForRequest(
                request -> request.method().equals("DELETE") && request.url().contains("/api/ai/chat/exchanges/"),
                () -> desk.at("stop").click());

        assertThat(stop.response().status()).isEqualTo(204);
        assertThat(desk.at("answer-failed")).containsText("Stopped");
        assertThat(desk.at("send")).isVisible();
    }

    @Test
    void stopsWithEscapeAndLeavesTheFocusInTheQuestion() {
        Desk desk = desk();
        page.route(CHAT, Answers.holdTheFirst(new ArrayList<>()));
        desk.ask(QUESTION);
        assertThat(desk.at("thinking")).isVisible();

        desk.at("question").press("Escape");

        assertThat(desk.at("answer-failed")).containsText("Stopped");
        assertThat(desk.at("question")).isFocused();
        assertThat(page.locator("#announcer")).hasText("Stopped.");
    }

    @Test
    void renamesAConversationByKeyboard() {
        Desk desk = desk();
        desk.ask(QUESTION);
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        desk.at("conversations-button").press("Enter");

        desk.at("rename-conversation").press("Enter");
        assertThat(desk.at("conversation-title")).isFocused();
        page.keyboard().type("My <b>best</b> one");
        page.keyboard().press("Enter");

        assertThat(desk.at("open-conversation")).containsText("My <b>best</b> one");
        assertThat(desk.at("rename-conversation")).isFocused();
        assertThat(conversations().get(0).getAsJsonObject().get("title").getAsString())
                .isEqualTo("My <b>best</b> one");
        desk.at("rename-conversation").press("Enter");
        page.keyboard().press("Escape");
        assertThat(desk.at("conversation-title")).hasCount(0);
        assertThat(desk.at("conversations")).isVisible();
    }

    @Test
    void savesAConversationAsAFile() throws Exception {
        Desk desk = desk();
        desk.ask(QUESTION);
        assertThat(desk.lastAnswer().getByTestId("sources")).isVisible();
        desk.at("conversations-button").click();

        Download download =
                page.waitForDownload(() -> desk.at("export-conversation").click());

        assertThat(download.suggestedFilename()).endsWith(".md");
        assertThat(new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("biggest holding");
    }
}
