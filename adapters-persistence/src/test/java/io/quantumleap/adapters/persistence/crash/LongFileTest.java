package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A long file goes in with a heap that could not hold its rows. {@code -Dlong.rows=240000} says how long. */
class LongFileTest {

    private static final int ROWS = Integer.getInteger("long.rows", 60_000);

    /** What the program and the libraries need by themselves, and not much more. */
    private static final String HEAP = "-Xmx40m";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void goesInWithASmallHeap() throws Exception {
        Books books = new Books(DATABASE.database());
        UserId owner = new UserId(UUID.randomUUID());
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongFile.class.getName(),
                        DATABASE.settings().url(),
                        DATABASE.settings().username(),
                        DATABASE.settings().password(),
                        owner.toString(),
                        books.open(owner, "Long").id().toString(),
                        String.valueOf(ROWS))
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("Done[rows=" + ROWS + ", imported=" + ROWS + ", duplicates=0]");
        assertThat(books.number("select count(*) from ledger_posting")).isEqualTo(3L * ROWS);
    }
}
