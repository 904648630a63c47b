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
 * Programs are killed in the middle of their writes, again and again, while another one works on the same books and the next goes on
 * where they were. {@code -Dcrash.programs=200} says how often.
 */
class KilledProgramTest {

    private static final int KILLS = Integer.getInteger("crash.programs", 4);

    /** So often the same books are used: what a program does in them costs more the longer they are. */
    private static final int KILLS_OF_A_BOOK = 20;

    private static final String PROGRAM = "killed-program";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Books books = new Books(DATABASE.database()).prepared();
    private final UserId owner = new UserId(UUID.randomUUID());
    private final Random random = new Random(2);

    @Test
    void leavesNothingLostDoubledOrHalfDone() throws Exception {
        books.price(List.of("2024-12-31 ACME 10 USD", "2024-12-31 BOLT 9 USD"));
        int kills = 0;
        while (kills < KILLS) {
            List<PortfolioId> portfolios = List.of(
                    books.open(owner, "One " + kills).id(),
                    books.open(owner, "Two " + kills).id());
            int more = Math.min(KILLS_OF_A_BOOK, KILLS - kills);
            killOneAfterTheOther(portfolios, kills, more);
            kills += more;
            waitUntilTheDatabaseHasNoticed();
            Drift.isNone(books, owner, portfolios);
        }
        assertThat(books.number("select count(*) from ledger_transaction")).isPositive();
    }

    /** The next program is started before one is killed, so that two of them work at once. */
    private void killOneAfterTheOther(List<PortfolioId> portfolios, int first, int kills) throws Exception {
        Process program = start(owner, portfolios, first);
        for (int i = 1; i <= kills; i++) {
            Process following = i < kills ? start(owner, portfolios, first + i) : program;
            killAfterSomeWork(program);
            program = following;
        }
    }

    private void killAfterSomeWork(Process program) throws Exception {
        try (BufferedReader lines = program.inputReader()) {
            int steps = 3 + random.nextInt(15);
            assertThat(lines.lines().limit(steps).count()).as("steps done").isEqualTo(steps);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
        } finally {
            program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** What was sent before the kill may still be on its way; nobody looks at the books before that has ended. */
    private void waitUntilTheDatabaseHasNoticed() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (books.number("select count(*) from pg_stat_activity where application_name = '" + PROGRAM + "'") > 0) {
            assertThat(System.nanoTime())
                    .as("connections of killed programs end")
                    .isLessThan(deadline);
        }
    }

    private static Process start(UserId owner, List<PortfolioId> portfolios, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        DATABASE.settings().url() + "?ApplicationName=" + PROGRAM,
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
