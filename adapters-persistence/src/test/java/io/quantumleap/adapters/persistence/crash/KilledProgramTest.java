package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A program is killed in the middle of its writes, again and again, and the next one goes on where it was. {@code
 * -Dcrash.programs=200} says how often.
 */
class KilledProgramTest {

    private static final int KILLS = Integer.getInteger("crash.programs", 2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void leavesNothingLostDoubledOrHalfDone() throws Exception {
        Books books = new Books(DATABASE.database()).prepared();
        UserId owner = new UserId(UUID.randomUUID());
        List<PortfolioId> portfolios =
                List.of(books.open(owner, "One").id(), books.open(owner, "Two").id());
        books.price(List.of("2024-12-31 ACME 10 USD", "2024-12-31 BOLT 9 USD"));
        Random random = new Random(2);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process program = start(owner, portfolios, kill);
            try (BufferedReader lines = program.inputReader()) {
                int steps = 20 + random.nextInt(30);
                assertThat(lines.lines().limit(steps).count()).as("steps done").isEqualTo(steps);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
            } finally {
                program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            if (kill % 20 == 0 || kill == KILLS) {
                Drift.isNone(books, owner, portfolios);
            }
        }
        assertThat(books.number("select count(*) from ledger_transaction")).isPositive();
    }

    private static Process start(UserId owner, List<PortfolioId> portfolios, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        DATABASE.settings().url(),
                        DATABASE.settings().username(),
                        DATABASE.settings().password(),
                        owner.toString(),
                        portfolios.get(0).toString(),
                        portfolios.get(1).toString(),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
