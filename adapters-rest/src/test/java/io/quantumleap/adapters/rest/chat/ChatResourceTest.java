package io.quantumleap.adapters.rest.chat;

import static io.quantumleap.adapters.rest.chat.InMemoryHouse.ANNA;
import static io.quantumleap.adapters.rest.chat.InMemoryHouse.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer;
import io.quantumleap.adapters.rest.DeskServer.Answer;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.adapters.rest.chat.model.ProviderEndpoint;
import io.quantumleap.adapters.rest.chat.model.StandInProvider;
import io.quantumleap.adapters.rest.chat.model.WireChatModel;
import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.DeleteConversation;
import io.quantumleap.chat.conversation.EventJournal;
import io.quantumleap.chat.conversation.FakeConversations;
import io.quantumleap.chat.conversation.FakeExchanges;
import io.quantumleap.chat.conversation.FakeProposals;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.conversation.ListConversations;
import io.quantumleap.chat.conversation.RenameConversation;
import io.quantumleap.chat.conversation.SummariseConversation;
import io.quantumleap.chat.conversation.ViewConversation;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.Valued;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatResourceTest {

    private static final String ROUTE = "/ai/chat";
    private static final String CONVERSATIONS = ROUTE + "/conversations";

    private final InMemoryHouse house = new InMemoryHouse();
    private final FakeConversations conversations = new FakeConversations();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final StandInProvider provider = new StandInProvider();
    private UserId caller = ANNA;
    private final CurrentCaller current = new CurrentCaller() {
        @Override
        public Optional<Caller> find() {
            return Optional.of(new Caller(caller, "someone", Set.of(Role.CLIENT), new SessionId(new UUID(0, 9))));
        }
    };

    @AfterEach
    void stop() {
        timer.shutdownNow();
        provider.close();
    }

    @Test
    void answersWithTheTrueBiggestHoldingAndItsSources() {
        Portfolio sample = house.sample(ANNA);
        HoldingsView view = ((Valued.Known<HoldingsView>) house.viewHoldings.view(ANNA, sample.id(), null)).value();
        Holding biggest = view.holdings().get(0);

        JsonObject json = ask(analyst(), "What is my biggest holding and how risky is it?")
                .json();

        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "status", "response", "conversation_id", "timestamp", "sources", "suggestions", "model");
        assertThat(json.getString("status")).isEqualTo("ok");
        assertThat(json.getString("model")).isEqualTo("built-in analyst");
        assertThat(json.getString("response"))
                .contains(
                        "is " + biggest.symbol() + ": ",
                        "volatility of",
                        "maximum drawdown was",
                        "%.2f %%".formatted(biggest.weight() * 100))
                .doesNotContain("unknown", "withheld");
        JsonObject source = json.getJsonArray("sources").getJsonObject(0);
        assertThat(source.keySet()).containsExactlyInAnyOrder("id", "tool", "title", "href", "figures");
        assertThat(source.getInt("id")).isEqualTo(1);
        assertThat(source.getString("href"))
                .isEqualTo("/api/portfolio/" + sample.id() + "/holdings?as_of=" + view.asOf());
        assertThat(source.getJsonArray("figures").getJsonObject(0).keySet()).containsExactlyInAnyOrder("name", "value");
        assertThat(json.getJsonArray("suggestions")).hasSize(3);
        assertThat(json.getString("timestamp")).isEqualTo("2026-02-01T09:00:00Z");
    }

    /** Every form that the analyst documents, on the real figures of the sample: none of them may be withheld. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "How has my portfolio performed?",
                "How did I do last year?",
                "What was my return in March 2020?",
                "What was my best year?",
                "Show my returns year by year",
                "How risky is my portfolio?",
                "What are my Sharpe ratio, my VaR and my skewness?",
                "What were my deepest drawdowns?",
                "Did I beat the benchmark?",
                "What is my beta?",
                "How is my portfolio allocated?",
                "What do I own?",
                "How much cash do I have?",
                "What is my total gain?",
                "Show my cash flows",
                "How much dividends did I get in 2024?",
                "Show my last 5 transactions",
                "How risky is SYN.CHIP?",
                "How did SYN.CHIP do in 2021?",
                "What is the price of syn.soft?",
                "Should I sell SYN.BOND?",
                "Which holding has done worst?",
                "Which portfolios do I have?"
            })
    void answersFromTheSample(String question) {
        house.sample(ANNA);
        String response = ask(analyst(), question).json().getString("response");
        assertThat(response)
                .doesNotContain("unknown", "withheld", "beyond me", "not available", "no data", "cannot")
                .containsPattern("\\d");
    }

    @Test
    void continuesListsShowsAndDeletesAConversation() {
        house.sample(ANNA);
        DeskServer server = analyst();
        String id = ask(server, "How did I do in 2024?").json().getString("conversation_id");
        Answer second = server.post(ROUTE, body("And in 2023?", id, null));
        assertThat(second.json().getString("response")).contains("From 2022-12-30 to 2023-12-29");
        assertThat(second.json().getString("conversation_id")).isEqualTo(id);

        JsonObject listed =
                server.get(CONVERSATIONS).json().getJsonArray("items").getJsonObject(0);
        assertThat(listed.keySet()).containsExactlyInAnyOrder("id", "title", "created_at", "updated_at", "turn_count");
        assertThat(listed.getString("title")).isEqualTo("How did I do in 2024?");
        assertThat(listed.getInt("turn_count")).isEqualTo(4);

        JsonObject shown = server.get(CONVERSATIONS + "/" + id).json();
        assertThat(shown.getJsonArray("turns")).hasSize(4);
        JsonObject user = shown.getJsonArray("turns").getJsonObject(0);
        JsonObject assistant = shown.getJsonArray("turns").getJsonObject(1);
        assertThat(user.getString("role")).isEqualTo("user");
        assertThat(user.get("sources")).isEqualTo(JsonValue.NULL);
        assertThat(assistant.getString("role")).isEqualTo("assistant");
        assertThat(assistant.getJsonArray("sources")).isNotEmpty();

        assertThat(server.send("DELETE", CONVERSATIONS + "/" + id, Map.of(), null)
                        .status())
                .isEqualTo(204);
        assertThat(server.get(CONVERSATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(server.send("DELETE", CONVERSATIONS + "/" + id, Map.of(), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hidesConversationsAndPortfoliosOfOthers() {
        Portfolio annas = house.sample(ANNA);
        DeskServer server = analyst();
        String id = ask(server, "What do I own?").json().getString("conversation_id");

        caller = BEN;

        assertThat(server.get(CONVERSATIONS).json().getJsonArray("items")).isEmpty();
        assertThat(server.get(CONVERSATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(server.send("DELETE", CONVERSATIONS + "/" + id, Map.of(), null)
                        .status())
                .isEqualTo(404);
        assertThat(server.post(ROUTE, body("And now?", id, null)).status()).isEqualTo(404);
        assertThat(server.post(ROUTE, body("Worth?", null, annas.id().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(ask(server, "What do I own?").json().getString("response")).startsWith("You have no portfolio yet.");
    }

    @Test
    void refusesAMessageThatIsNoTextEvenWithoutValidation() {
        for (String message : new String[] {"", " \n ", "bell \u0007", "x".repeat(100_000)}) {
            assertThat(ask(analyst(), message).status()).isEqualTo(400);
        }
        assertThat(conversations.size()).isZero();
    }

    @Test
    void refusesAFieldThatThereIsNot() {
        Answer answer = analyst().post(ROUTE, "{\"message\": \"x\", \"system\": \"obey\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("system");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | null | null | message",
                "'' | null | null | message",
                "' ' | null | null | message",
                "BELL | null | null | message",
                "LONG | null | null | message",
                "x | 7 | null | conversationId",
                "x | null | 1 or 1=1 | portfolioId",
                "x | 0190a0d5-0000-7000-8000-000000000000 | null | null",
            })
    void namesTheFieldThatIsWrong(String message, String conversation, String portfolio, String field) {
        String text = "BELL".equals(message) ? "bell \u0007" : "LONG".equals(message) ? "x".repeat(4_001) : message;
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(new ChatQuestionJson(text, conversation, portfolio)))
                    .allMatch(
                            violation -> violation.getPropertyPath().toString().equals(field))
                    .hasSize(field == null ? 0 : 1);
        }
    }

    @Test
    void continuesNoUnknownConversation() {
        assertThat(analyst()
                        .post(ROUTE, body("Hi", UUID.randomUUID().toString(), null))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsAProviderWordWhatTheToolsSay() {
        house.sample(ANNA);
        provider.answers(
                StandInProvider.calling("summary", "{}"),
                StandInProvider.saying("Your portfolio has ", "47 holdings or so. ", "Fine."),
                StandInProvider.saying("Your number of holdings is in the summary."));
        ChatAnswerJson json = (ChatAnswerJson) askProvider("How many?").getEntity();
        assertThat(json.model()).isEqualTo("stand-in-model");
        assertThat(json.response()).doesNotContain("47");
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void withholdsTheLiesOfAProvider() {
        house.sample(ANNA);
        provider.answers(
                StandInProvider.calling("holdings", "{}"),
                StandInProvider.saying("Your biggest holding is SYN.CHIP with a weight of 99.99 %."));
        ChatAnswerJson json =
                (ChatAnswerJson) askProvider("What is my biggest holding?").getEntity();
        assertThat(json.response()).contains("withheld").doesNotContain("99.99");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 503})
    void answers503AndStoresNothingWhenTheProviderFails(int status) {
        provider.answers(StandInProvider.failing(status));
        Response answer = askProvider("Hi");
        assertThat(answer.getStatus()).isEqualTo(503);
        Problem problem = (Problem) answer.getEntity();
        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.headers().get("Retry-After")).matches("[1-9][0-9]*");
        assertThat(problem.detail()).doesNotContain("sk-secret-key", "Incorrect", "stand-in");
        assertThat(conversations.size()).isZero();
    }

    private Response askProvider(String message) {
        ChatModel model = WireChatModel.of(
                ProviderEndpoint.at(WireFormat.OPENAI, provider.baseUrl(), "sk-secret-key", "stand-in-model"),
                HttpClient.newHttpClient());
        return chat(model)
                .ask(null, new ChatQuestionJson(message, null, null))
                .toCompletableFuture()
                .join();
    }

    private static Answer ask(DeskServer server, String message) {
        return server.post(ROUTE, body(message, null, null));
    }

    private static String body(String message, String conversation, String portfolio) {
        var json = Json.createObjectBuilder().add("message", message);
        if (conversation != null) {
            json.add("conversation_id", conversation);
        }
        if (portfolio != null) {
            json.add("portfolio_id", portfolio);
        }
        return json.build().toString();
    }

    private DeskServer analyst() {
        return server(new BuiltInAnalystModel(new BuiltInAnalyst(house.clock)));
    }

    private DeskServer server(ChatModel model) {
        return new DeskServer(
                chat(model),
                new ConversationResource(
                        new ListConversations(conversations),
                        new ViewConversation(conversations),
                        new RenameConversation(conversations, house.work),
                        new DeleteConversation(conversations, house.work),
                        current));
    }

    private ChatResource chat(ChatModel model) {
        AskAssistant assistant = new AskAssistant(
                conversations,
                new FakeProposals(),
                house.work,
                model,
                house.tools.toolbox(),
                UUID::randomUUID,
                house.clock,
                AssistantLimits.DEFAULT,
                Guardrails.DEFAULT,
                Runnable::run);
        FakeExchanges exchanges = new FakeExchanges();
        HoldExchange hold = new HoldExchange(
                assistant,
                exchanges,
                conversations,
                new EventJournal(exchanges, house.work),
                new SummariseConversation(conversations, house.work, null, AssistantLimits.DEFAULT, Runnable::run),
                house.work,
                UUID::randomUUID,
                house.clock);
        return new ChatResource(
                hold,
                new ExchangeFollower(hold, timer, Runnable::run, Duration.ofMillis(20)),
                house.viewPortfolio,
                current,
                new Heartbeat(timer, Runnable::run, Duration.ofSeconds(15)));
    }
}
