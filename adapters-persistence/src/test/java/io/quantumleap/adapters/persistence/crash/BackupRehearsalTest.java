package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.TestServer;
import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.Valued;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one when it was brought back. */
class BackupRehearsalTest {

    private static final Path SCRIPT =
            Path.of("..", "deploy", "backup").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final UserId owner = new UserId(UUID.randomUUID());

    private record Run(int status, String output) {}

    private static Run run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static EmbeddedDatabase start(Path home) {
        return EmbeddedDatabase.start(TestServer.settings(home.resolve("database")));
    }

    private HoldingsView holdings(Books books, PortfolioId portfolio) {
        return ((Valued.Known<HoldingsView>) books.viewHoldings.view(owner, portfolio, null)).value();
    }

    @Test
    void bringsTheWholeLedgerBack() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path backup = folder.resolve("quantumleap.tar.gz");
        PortfolioId portfolio;
        HoldingsView before;
        try (EmbeddedDatabase server = start(home);
                Database database = Database.open(server.settings())) {
            Books books = new Books(database).prepared();
            portfolio = books.open(owner, "Kept").id();
            books.price(List.of("2026-01-05 ACME 12 USD"));
            books.importTransactions.importRows(
                    owner,
                    portfolio,
                    Books.file(List.of("2026-01-05 deposit - - - 1000 USD A", "2026-01-05 buy ACME 3 10.5 - USD B"))
                            .iterator());
            before = holdings(books, portfolio);
            Run refused = run("create", home, backup);
            assertThat(refused.status()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).contains("is running");
            assertThat(backup).doesNotExist();
        }
        Run created = run("create", home, backup);
        assertThat(created.status()).as(created.output()).isZero();

        Path restored = folder.resolve("restored");
        Run brought = run("restore", backup, restored);
        assertThat(brought.status()).as(brought.output()).isZero();
        try (EmbeddedDatabase server = start(restored);
                Database database = Database.open(server.settings())) {
            Books books = new Books(database).prepared();
            assertThat(holdings(books, portfolio)).isEqualTo(before);
            Drift.isNone(books, owner, List.of(portfolio));
        }
        assertThat(run("restore", backup, restored).output()).contains("is there already");
    }

    @Test
    void noticesADamagedBackup() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home").resolve("database"));
        Files.writeString(home.resolve("PG_VERSION"), "17");
        Path backup = folder.resolve("damaged.tar.gz");
        assertThat(run("create", home.getParent(), backup).status()).isZero();
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int one = file.read();
            file.seek(file.length() / 2);
            file.write(one ^ 1);
        }

        Run refused = run("restore", backup, folder.resolve("never"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("is damaged");
        assertThat(folder.resolve("never")).doesNotExist();
    }
}
