package io.quantumleap.adapters.rest.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.provider.ProviderKey;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResilientProviderTest {

    private final StandInProvider stand = new StandInProvider();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        workers.shutdownNow();
        stand.close();
    }

    @Test
    void asksAgainAfterThePauseThatTheProviderAsksFor() {
        stand.answers(StandInProvider.failing(429, 1), StandInProvider.saying("Hello."));
        long begin = System.nanoTime();
        assertThat(ask(provider(2, 8), null).join().text()).isEqualTo("Hello.");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(stand.requests()).hasSize(2);
    }

    @Test
    void doesNotWaitForAPauseThatNobodyLivesThrough() {
        stand.answers(StandInProvider.failing(429, 600));
        assertThatThrownBy(() -> ask(provider(2, 8), null).join()).cause().isInstanceOf(RetryableModelException.class);
        assertThat(stand.requests()).hasSize(1);
    }

    @Test
    void doesNotAskAgainWhereItIsOfNoUse() {
        stand.answers(StandInProvider.failing(400));
        assertThatThrownBy(() -> ask(provider(2, 8), null).join()).cause().isInstanceOf(PermanentModelException.class);
        assertThat(stand.requests()).hasSize(1);
    }

    @Test
    void leavesAProviderAloneThatKeepsFailing() {
        stand.answers(StandInProvider.failing(503));
        ResilientProvider provider = provider(0, 8);
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> ask(provider, null).join()).cause().isInstanceOf(RetryableModelException.class);
        }
        assertThat(stand.requests()).hasSize(5);
        assertThatThrownBy(() -> ask(provider, new ProviderKey("sk-own-key")).join())
                .cause()
                .isInstanceOf(RetryableModelException.class);
        assertThat(stand.requests()).as("a user's own key is another matter").hasSize(6);
    }

    @Test
    void letsNoMoreWaitThanItMay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        stand.answers(StandInProvider.thinkingUntilNobodyReads(begun, noticed));
        ResilientProvider provider = provider(0, 1);
        CompletableFuture<ModelReply> first = ask(provider, null);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> ask(provider, null).join())
                .cause()
                .isInstanceOf(RetryableModelException.class)
                .hasMessageContaining("Too many");
        assertThat(first).isNotDone();
        assertThat(stand.requests()).hasSize(1);
    }

    private static CompletableFuture<ModelReply> ask(ResilientProvider provider, ProviderKey key) {
        return provider.with(key)
                .reply(
                        new ModelRequest(
                                "Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofSeconds(30)),
                        piece -> {},
                        new Cancellation())
                .toCompletableFuture();
    }

    private ResilientProvider provider(int retries, int concurrent) {
        ProviderEndpoint usual = ProviderEndpoint.at(WireFormat.OPENAI, stand.baseUrl(), "sk-shared", "stand-in-model");
        return new ResilientProvider(
                new ProviderEndpoint(
                        usual.format(),
                        usual.baseUrl(),
                        "sk-shared",
                        false,
                        usual.model(),
                        usual.connectTimeout(),
                        usual.replyTimeout(),
                        usual.longestReply(),
                        retries,
                        concurrent),
                HttpClient.newHttpClient(),
                workers);
    }
}
