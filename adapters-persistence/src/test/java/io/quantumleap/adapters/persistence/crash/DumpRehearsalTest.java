package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.adapters.persistence.audit.JdbcAuditTrail;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.audit.SealAudit;
import io.quantumleap.security.audit.VerifyAudit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump of a PostgreSQL server is a backup when it was brought back. Needs the PostgreSQL of the machine, and is skipped without it
 * unless {@code -Dpostgresql.required=true} says that it is there.
 */
class DumpRehearsalTest {

    private static final Path SCRIPT =
            Path.of("..", "deploy", "backup").toAbsolutePath().normalize();

    private static final String TABLES =
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind = 'r' order by 1";

    private static final String DIGEST =
            "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')"
                    + " from %s t";

    @TempDir
    private Path folder;

    private final UserId owner = new UserId(UUID.randomUUID());
    private InstalledPostgres server;

    private record Run(int status, String output) {}

    @BeforeEach
    void startServer() throws Exception {
        Optional<Path> programs = InstalledPostgres.programs();
        if (!Boolean.getBoolean("postgresql.required")) {
            assumeTrue(programs.isPresent(), "no PostgreSQL is installed here to rehearse with");
        }
        server = InstalledPostgres.start(programs.orElseThrow(), folder);
    }

    @AfterEach
    void stopServer() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void bringsBackTheSameBooksUnderTheSameGuards() throws Exception {
        try (Database database = Database.open(server.database("lived"))) {
            Books books = new Books(database).prepared();
            List<PortfolioId> portfolios = work(books, 40);
            audited(database, 300);
            Path file = folder.resolve("quantumleap.dump");

            assertThat(backup("dump", server.url("lived"), file)).matches(run -> run.status() == 0);
            assertThat(backup("dump", server.url("lived"), file).output()).contains("is there already");
            var restored = server.database("restored");
            assertThat(backup("load", file, server.url("restored"))).matches(run -> run.status() == 0);

            assertThat(schema("restored")).isEqualTo(schema("lived"));
            try (Database back = Database.open(restored)) {
                assertThat(digests(back)).hasSizeGreaterThan(40).isEqualTo(digests(database));
                serves(new Books(back), portfolios);
                isGuarded(back);
                audited(back, 5);
            }
            Run again = backup("load", file, server.url("restored"));
            assertThat(again.status()).as("into a database that is not empty").isNotZero();
        }
    }

    /** While others write, a dump holds one moment: every file whole, every event with its change. */
    @Test
    void holdsOneMomentOfADatabaseInUse() throws Exception {
        try (Database database = Database.open(server.database("busy"))) {
            Books books = new Books(database).prepared();
            List<PortfolioId> portfolios = work(books, 5);
            AtomicBoolean goOn = new AtomicBoolean(true);
            AtomicLong done = new AtomicLong();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                Business business = new Business(books, owner, portfolios.get(0), 7);
                while (goOn.get()) {
                    business.next();
                    done.incrementAndGet();
                }
            });
            Path file = folder.resolve("busy.dump");
            try {
                long before = done.get();
                assertThat(backup("dump", server.url("busy"), file)).matches(run -> run.status() == 0);
                while (done.get() < before + 3 && !writing.isDone()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } finally {
                goOn.set(false);
            }
            writing.get();

            var restored = server.database("moment");
            assertThat(backup("load", file, server.url("moment"))).matches(run -> run.status() == 0);
            try (Database back = Database.open(restored)) {
                Drift.isNone(new Books(back), owner, portfolios);
            }
        }
    }

    @Test
    void loadsNothingOfADamagedDump() throws Exception {
        try (Database database = Database.open(server.database("whole"))) {
            work(new Books(database).prepared(), 5);
        }
        Path file = folder.resolve("damaged.dump");
        assertThat(backup("dump", server.url("whole"), file)).matches(run -> run.status() == 0);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int one = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(one ^ 1);
        }
        var empty = server.database("empty");

        Run refused = backup("load", file, server.url("empty"));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("is damaged");
        try (Database database = Database.open(empty)) {
            assertThat(new Books(database).number("select count(*) from portfolio"))
                    .isZero();
        }
    }

    private List<PortfolioId> work(Books books, int steps) {
        books.price(List.of("2024-12-31 ACME 10 USD", "2024-12-31 BOLT 9 USD"));
        List<PortfolioId> portfolios =
                List.of(books.open(owner, "One").id(), books.open(owner, "Two").id());
        for (int i = 0; i < portfolios.size(); i++) {
            Business business = new Business(books, owner, portfolios.get(i), 100 + i);
            for (int step = 0; step < steps; step++) {
                business.next();
            }
        }
        return portfolios;
    }

    private static void audited(Database database, int rows) {
        JdbcAuditTrail trail = new JdbcAuditTrail(database.unitOfWork());
        RecordAudit audit = new RecordAudit(
                trail,
                () -> new AuditScene("someone", "192.0.2.7", "POST /api/x", "request-1"),
                database.unitOfWork(),
                new UuidV7Ids(),
                Clock.systemUTC());
        for (int i = 0; i < rows; i++) {
            audit.write(AuditAction.SIGNED_IN, "subject " + i, 1, "row " + i);
        }
        new SealAudit(trail, database.unitOfWork()).seal();
        assertThat(new VerifyAudit(trail).verify(null).intact()).isTrue();
    }

    /** The books agree with themselves, events go on where they were, and what comes next finds its place. */
    private void serves(Books books, List<PortfolioId> portfolios) {
        Drift.isNone(books, owner, portfolios);
        for (PortfolioId portfolio : portfolios) {
            Business business = new Business(books, owner, portfolio, 9);
            for (int step = 0; step < 10; step++) {
                business.next();
            }
        }
        Drift.isNone(books, owner, portfolios);
    }

    private static void isGuarded(Database database) throws SQLException {
        assertThat(new VerifyAudit(new JdbcAuditTrail(database.unitOfWork()))
                        .verify(null)
                        .checked())
                .isEqualTo(300);
        for (String change : List.of(
                "update audit_entry set note = 'other'",
                "delete from audit_seal",
                "truncate audit_entry cascade",
                "delete from audit_entry_2026",
                "delete from instrument")) {
            assertThat(refuses(database, change)).as(change).isTrue();
        }
    }

    private static boolean refuses(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return false;
            } catch (SQLException refused) {
                return true;
            } finally {
                connection.rollback();
            }
        }
    }

    /** Every row of every table, in a digest for each. */
    private static Map<String, String> digests(Database database) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(DIGEST.formatted(table))) {
                    row.next();
                    digests.put(table, row.getString(1));
                }
            }
        }
        return digests;
    }

    /** Tables, partitions, constraints, indexes, functions and triggers, as pg_dump writes them. */
    private String schema(String database) throws Exception {
        Run dump = run(List.of("pg_dump", "--schema-only", "--no-owner", server.url(database)));
        assertThat(dump.status()).as(dump.output()).isZero();
        assertThat(dump.output()).contains("CREATE TRIGGER audit_entry_only_grows", "ATTACH PARTITION");
        // Since 2025 a dump is fenced in by a word that is new each time.
        return dump.output().replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    }

    private Run backup(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(server.environment());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
