package io.quantumleap.app.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** A portfolio that allows no overdraft, and many who write to it at two instances. */
final class SharedPortfolio {

    /** Cash that is there before the writers come. */
    static final String OPENING = "1000";

    private final List<ApiClient> servers;
    private final String path;
    private final String symbol =
            "W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final Answers answers = new Answers();

    private SharedPortfolio(List<ApiClient> servers, String path) {
        this.servers = servers;
        this.path = path;
    }

    static SharedPortfolio open(List<ApiClient> servers) {
        ApiClient client = servers.get(0);
        Answer opened = client.post(
                "/api/portfolio",
                Json.createObjectBuilder()
                        .add("name", "Shared")
                        .add("base_currency", "USD")
                        .build());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        SharedPortfolio shared =
                new SharedPortfolio(servers, "/api/portfolio/" + opened.json().getString("id"));
        shared.provide();
        shared.forbidOverdrafts();
        return shared;
    }

    /** After the first deposit, since only a ledger that is not empty tells of its policy. */
    private void forbidOverdrafts() {
        Answer policy = servers.get(0)
                .patch(
                        path,
                        Json.createObjectBuilder()
                                .add("overdraft_allowed", false)
                                .build());
        assertThat(policy.status()).as(policy.body()).isEqualTo(200);
        answers.changes.incrementAndGet();
    }

    private void provide() {
        Answer prices = servers.get(0)
                .post(
                        "/api/market/prices/import",
                        "text/csv",
                        "date,symbol,close,currency\n2024-02-01," + symbol + ",12,USD\n");
        assertThat(prices.status()).as(prices.body()).isEqualTo(200);
        answers.transaction(
                servers.get(0)
                        .post(
                                path + "/transactions",
                                Json.createObjectBuilder()
                                        .add("date", "2024-01-01")
                                        .add("type", "deposit")
                                        .add("amount", OPENING)
                                        .build()),
                "");
        assertThat(answers.recorded).hasSize(1);
    }

    /**
     * Lets them write, half of them at each instance.
     *
     * @param goesOn whether there is a round of this number, for each of them
     */
    void letWrite(int writers, IntPredicate goesOn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Writer writer = new Writer(i, servers.get(i % servers.size()), path, symbol, answers);
                running.add(threads.submit(() -> {
                    begin.await();
                    for (int round = 0; goesOn.test(round); round++) {
                        writer.write(round);
                    }
                    return true;
                }));
            }
            begin.countDown();
            for (Future<?> one : running) {
                one.get(10, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    List<ApiClient> servers() {
        return servers;
    }

    /** The address of the portfolio. */
    String path() {
        return path;
    }

    /** Its id. */
    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The one instrument in it. */
    String symbol() {
        return symbol;
    }

    Answers answers() {
        return answers;
    }
}
