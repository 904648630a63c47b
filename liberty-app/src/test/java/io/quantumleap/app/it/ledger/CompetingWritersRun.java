package io.quantumleap.app.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Measures many who write to one portfolio at two instances; not part of the tests, run it by name. {@code -Dwriters.seconds=60} says for
 * how long, {@code -Dwriters=64} how many they are.
 */
class CompetingWritersRun {

    private static final int WRITERS = Integer.getInteger("writers", 64);
    private static final int SECONDS = Integer.getInteger("writers.seconds", 60);

    @Test
    void measure() throws Exception {
        try (TwoServers servers = TwoServers.start()) {
            DeliveryLog log = DeliveryLog.begin(servers.first().databaseSettings());
            SharedPortfolio portfolio = SharedPortfolio.open(servers.clients());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

            portfolio.letWrite(WRITERS, round -> System.nanoTime() < end);

            Answers answers = portfolio.answers();
            System.out.println("MEASURED " + WRITERS + " writers at two instances for " + SECONDS + " s: "
                    + answers.changes + " changes, " + (answers.recorded.size() + answers.rows.get())
                    + " transactions, " + answers.summary());
            Agreement.isWhole(portfolio, log);
            assertThat(CompetingWritersIT.databaseLog(servers.first().home()))
                    .noneMatch(line -> line.contains("deadlock"));
        }
    }
}
