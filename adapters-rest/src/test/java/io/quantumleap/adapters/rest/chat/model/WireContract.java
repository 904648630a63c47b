package io.quantumleap.adapters.rest.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every wire format must do; run against a stand-in that speaks it. */
abstract class WireContract {

    private static final String KEY = "sk-secret-key";

    private static final HttpClient CONNECTIONS = HttpClient.newHttpClient();

    final StandInProvider provider = new StandInProvider(format());
    final List<String> pieces = new CopyOnWriteArrayList<>();

    /** The format under test. */
    abstract WireFormat format();

    /** The header field's value that a key makes. */
    abstract String authorization(String key);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void streamsAnAnswerPieceByPiece() {
        provider.answers(StandInProvider.saying("You hold ", "ACME", "."));

        ModelReply reply = ask(request("What do I hold?"));

        assertThat(reply.text()).isEqualTo("You hold ACME.");
        assertThat(reply.calls()).isEmpty();
        assertThat(reply.usage()).contains(new TokenUsage(120, 7));
        assertThat(pieces).containsExactly("You hold ", "ACME", ".");
        assertThat(provider.authorizations()).containsExactly(authorization(KEY));
    }

    @Test
    void readsToolCallsWhoseArgumentsComeInPieces() {
        provider.answers(StandInProvider.calling("prices", "{\"symbol\": \"ACME\", \"limit\": 3, \"from\": null}"));
        ModelReply reply = ask(request("Price?"));
        assertThat(reply.calls())
                .containsExactly(
                        new ToolCall("call_1", "prices", ToolArguments.of(Map.of("symbol", "ACME", "limit", "3"))));
        assertThat(pieces).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"symbol\": {\"nested\": 1}}", "{\"symbol\": ", "[1, 2]", "ACME", "{\"symbol\": [\"A\"]}"})
    void marksArgumentsThatCannotBeRead(String arguments) {
        assumeTrue(format() != WireFormat.GEMINI || arguments.endsWith("}"), "in this format arguments are an object");
        provider.answers(StandInProvider.calling("prices", arguments));
        assertThat(ask(request("Price?")).calls().get(0).arguments().readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void maySucceedLaterAfterAPassingFailure(int status) {
        provider.answers(StandInProvider.failing(status));
        assertFailure(request("Hi"), RetryableModelException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void willNotSucceedAfterARefusal(int status) {
        provider.answers(StandInProvider.failing(status));
        assertFailure(request("Hi"), PermanentModelException.class);
    }

    @Test
    void maySucceedLaterWhenNobodyListens() {
        provider.close();
        assertFailure(request("Hi"), RetryableModelException.class);
    }

    @Test
    void givesUpOnAProviderThatStaysSilent() {
        provider.answers(provider.silent());
        assertFailure(
                new ModelRequest("Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofMillis(300)),
                RetryableModelException.class);
    }

    @Test
    void givesUpOnAStreamThatStalls() {
        provider.answers(provider.stallingAfter("Once upon "));
        assertFailure(
                new ModelRequest("Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofMillis(700)),
                BrokenReplyException.class);
        assertThat(pieces).containsExactly("Once upon ");
    }

    @Test
    void doesNotTakeACutStreamForAnAnswer() {
        provider.answers(StandInProvider.cutAfter("You are worth 5"));
        assertFailure(request("Worth?"), BrokenReplyException.class);
    }

    @Test
    void doesNotTakeBabbleForAnAnswer() {
        provider.answers(StandInProvider.babbling());
        assertFailure(request("Worth?"), ModelException.class);
    }

    @Test
    void stopsWhenTheReplyIsNoLongerWanted() throws Exception {
        provider.answers(provider.stallingAfter("Once upon "));
        Cancellation cancellation = new Cancellation();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<ModelReply> reply = model().reply(
                        request("Hi"),
                        piece -> {
                            pieces.add(piece);
                            begun.countDown();
                        },
                        cancellation)
                .toCompletableFuture();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThatThrownBy(() -> reply.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(PermanentModelException.class);
    }

    @Test
    void tellsHowLongToWait() {
        provider.answers(StandInProvider.failing(429));
        assertThatThrownBy(() -> ask(request("Hi")))
                .cause()
                .isInstanceOfSatisfying(RetryableModelException.class, failure -> assertThat(failure.retryAfter())
                        .contains(Duration.ofSeconds(7)));
    }

    @Test
    void takesARefusalForNoReply() {
        provider.answers(StandInProvider.refusing());
        assertFailure(request("Hi"), PermanentModelException.class);
    }

    @Test
    void doesNotTakeAStreamForAnAnswerThatFailsInTheMiddle() {
        provider.answers(StandInProvider.overloadedAfter("You are worth 5"));
        assertFailure(request("Worth?"), BrokenReplyException.class);
    }

    @Test
    void doesNotTakeAStreamForAnAnswerWithAChunkThatCannotBeRead() {
        provider.answers(StandInProvider.stumblingAfter("You are worth 5"));
        assertFailure(request("Worth?"), BrokenReplyException.class);
    }

    @Test
    void closesTheConnectionBeforeTheFirstWord() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        provider.answers(StandInProvider.thinkingUntilNobodyReads(begun, noticed));
        Cancellation cancellation = new Cancellation();
        CompletableFuture<ModelReply> reply =
                model().reply(request("Hi"), pieces::add, cancellation).toCompletableFuture();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThatThrownBy(() -> reply.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(PermanentModelException.class);
        assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pieces).isEmpty();
    }

    @Test
    void closesTheConnectionInTheMiddle() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        provider.answers(StandInProvider.tricklingUntilNobodyReads("On and on. ", noticed));
        Cancellation cancellation = new Cancellation();
        CompletionStage<ModelReply> reply = model().reply(request("Hi"), piece -> begun.countDown(), cancellation);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThatThrownBy(() -> reply.toCompletableFuture().get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(PermanentModelException.class);
        assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closesTheConnectionOfAReplyThatTakesTooLong() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        provider.answers(StandInProvider.tricklingUntilNobodyReads("On and on. ", noticed));
        assertFailure(
                new ModelRequest("Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofMillis(700)),
                BrokenReplyException.class);
        assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksWithoutAKeyWhereNoneIsSet() {
        provider.answers(StandInProvider.saying("Hi."));
        WireChatModel.of(ProviderEndpoint.at(format(), provider.baseUrl(), null, "llama"), CONNECTIONS)
                .reply(request("Hi"), pieces::add, new Cancellation())
                .toCompletableFuture()
                .join();
        assertThat(provider.authorizations().get(0)).doesNotContain(KEY);
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(ProviderEndpoint.at(format(), "http://x/v1", KEY, "m").toString())
                .doesNotContain(KEY);
    }

    void assertFailure(ModelRequest request, Class<? extends ModelException> expected) {
        assertThatThrownBy(() -> ask(request))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(expected)
                .hasMessageNotContainingAny(KEY, "Incorrect")
                .hasNoCause();
    }

    ModelReply ask(ModelRequest request) {
        return model().reply(request, pieces::add, new Cancellation())
                .toCompletableFuture()
                .join();
    }

    WireChatModel model() {
        return WireChatModel.of(
                ProviderEndpoint.at(format(), provider.baseUrl(), KEY, "stand-in-model")
                        .within(Duration.ofSeconds(20)),
                CONNECTIONS);
    }

    static ModelRequest request(String question) {
        return new ModelRequest(
                "Rules.",
                List.of(new Message.FromUser(question)),
                List.of(FinancialTools.PRICES),
                Duration.ofSeconds(30));
    }
}
