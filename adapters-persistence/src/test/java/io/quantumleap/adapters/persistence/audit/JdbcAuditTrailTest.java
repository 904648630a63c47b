package io.quantumleap.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditDigest;
import io.quantumleap.security.audit.AuditEntry;
import io.quantumleap.security.audit.AuditFault;
import io.quantumleap.security.audit.AuditFilter;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.AuditVerification;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.audit.RefusalTally;
import io.quantumleap.security.audit.SealAudit;
import io.quantumleap.security.audit.VerifyAudit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcAuditTrailTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final AuditScene SCENE = new AuditScene("someone", "192.0.2.7", "POST /api/x", "request-1");
    private static final AuditFilter EVERYTHING = new AuditFilter(null, null, null, null);

    private static final String GUARDS = "DO $$ DECLARE guarded regclass; BEGIN"
            + " FOR guarded IN SELECT tgrelid FROM pg_trigger WHERE tgname LIKE 'audit_%%_only_grows' LOOP"
            + " EXECUTE format('ALTER TABLE %%s %s TRIGGER USER', guarded); END LOOP; END $$";

    private final JdbcAuditTrail trail = new JdbcAuditTrail(DATABASE.unitOfWork());
    private final RecordAudit audit =
            new RecordAudit(trail, () -> SCENE, DATABASE.unitOfWork(), new UuidV7Ids(), Clock.systemUTC());
    private final SealAudit seal = new SealAudit(trail, DATABASE.unitOfWork());
    private final VerifyAudit verify = new VerifyAudit(trail);

    @BeforeEach
    void empty() throws SQLException {
        asOwner("TRUNCATE audit_entry, audit_seal, audit_waiting");
    }

    /** What only somebody can do who owns the tables. */
    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(GUARDS.formatted("DISABLE"));
            statement.execute(sql);
            statement.execute(GUARDS.formatted("ENABLE"));
        }
    }

    private void write(int rows) {
        for (int i = 0; i < rows; i++) {
            audit.write(AuditAction.SIGNED_IN, "subject " + i, 1, "row " + i);
        }
        seal.seal();
    }

    @Test
    void findsNothingWrongWithWhatItWrote() {
        write(2_500);

        AuditVerification found = verify.verify(null);

        assertThat(found.faults()).isEmpty();
        assertThat(found.intact()).isTrue();
        assertThat(found.checked()).isEqualTo(2_500);
        assertThat(found.head().position()).isEqualTo(2_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entry SET note = 'row 99' WHERE note = 'row 4' | CHANGED",
                "UPDATE audit_entry SET actor = NULL WHERE note = 'row 4' | CHANGED",
                "UPDATE audit_entry SET action = 'never_heard_of' WHERE note = 'row 4' | CHANGED",
                "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 microsecond' WHERE note = 'row 4' | CHANGED",
                "UPDATE audit_entry SET subject = 'subject 4row', note = ' 4' WHERE note = 'row 4' | CHANGED",
                "DELETE FROM audit_entry WHERE note = 'row 4' | MISSING",
                "DELETE FROM audit_seal WHERE position = 5 | REORDERED",
                "UPDATE audit_seal SET position = position + 100 WHERE position = 5 | REORDERED",
                "INSERT INTO audit_entry SELECT gen_random_uuid(), recorded_at, action, actor, address, route, request_id,"
                        + " subject, count, note FROM audit_entry WHERE note = 'row 4' | UNSEALED"
            })
    void findsWhatSomebodyDidToIt(String sql, AuditFault.Kind kind) throws SQLException {
        write(10);

        asOwner(sql);

        assertThat(verify.verify(null).faults()).extracting(AuditFault::kind).contains(kind);
    }

    @Test
    void findsTwoRowsThatChangedPlaces() throws SQLException {
        write(10);

        asOwner(
                "UPDATE audit_seal SET position = CASE position WHEN 3 THEN 1003 ELSE 1007 END WHERE position IN (3, 7);"
                        + " UPDATE audit_seal SET position = CASE position WHEN 1003 THEN 7 ELSE 3 END WHERE position > 1000");

        assertThat(verify.verify(null).faults())
                .extracting(AuditFault::kind, AuditFault::position)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(AuditFault.Kind.REORDERED, 3L),
                        org.assertj.core.groups.Tuple.tuple(AuditFault.Kind.REORDERED, 7L));
    }

    @Test
    void findsAnEndThatWasCutOffByWhatWasNotedDown() throws SQLException {
        write(10);
        AuditVerification before = verify.verify(null);
        VerifyAudit.Anchor anchor =
                new VerifyAudit.Anchor(before.head().position(), before.head().chain());
        write(3);
        assertThat(verify.verify(anchor).intact()).isTrue();

        asOwner("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > 8);"
                + " DELETE FROM audit_seal WHERE position > 8");

        assertThat(verify.verify(null).intact()).isTrue();
        assertThat(verify.verify(anchor).faults())
                .extracting(AuditFault::kind)
                .containsExactly(AuditFault.Kind.OTHER_CHAIN);
        assertThat(verify.verify(new VerifyAudit.Anchor(3, AuditDigest.BEGINNING))
                        .intact())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE audit_entry SET note = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_entry_2026 SET note = ''",
        "DELETE FROM audit_entry_2026",
        "TRUNCATE audit_entry_2026",
        "DELETE FROM audit_entry_other",
        "UPDATE audit_seal SET position = 1",
        "DELETE FROM audit_seal",
        "TRUNCATE audit_seal"
    })
    void cannotBeChangedByTheProgramItself(String sql) {
        write(1);

        assertThatThrownBy(() -> DATABASE.unitOfWork().withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                }))
                .hasMessageContaining("the audit log only grows");
    }

    /** Identifiers begin with their time, so that each year has its rows. */
    @Test
    void keepsEachYearInItsPartitionAndChainsThemAll() throws SQLException {
        for (String id : new String[] {
            "018cc251-f400-7000-8000-000000000000", // 2024-01-01
            "019b76da-a7ff-7fff-bfff-ffffffffffff", // the last of 2025
            "019b76da-a800-7000-8000-000000000000", // the first of 2026
            "3f2504e0-4f89-41d3-9a0c-0305e82c3301" // of another version
        }) {
            trail.append(new AuditEntry(
                    UUID.fromString(id), Instant.EPOCH, AuditAction.SIGNED_IN, SCENE, "subject", 1, "row " + id));
        }
        seal.seal();

        assertThat(partitions())
                .containsExactly("audit_entry_2024", "audit_entry_2025", "audit_entry_2026", "audit_entry_other");
        assertThat(verify.verify(null).intact()).isTrue();
        assertThat(verify.verify(null).checked()).isEqualTo(4);
        assertThat(trail.page(EVERYTHING, PageRequest.first(10)).items()).hasSize(4);
        asOwner("TRUNCATE audit_entry_2025");
        assertThat(verify.verify(null).faults()).extracting(AuditFault::kind).containsExactly(AuditFault.Kind.MISSING);
    }

    private static List<String> partitions() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT tableoid::regclass::text FROM audit_entry ORDER BY 1")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void vanishesWithTheEffectThatFailed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DATABASE.unitOfWork().run(() -> {
                    audit.write(AuditAction.USER_CREATED, "x", 1, "");
                    throw new IllegalStateException("the effect failed");
                }));

        assertThat(trail.page(EVERYTHING, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void chainsWhatManyWroteAtOnceWithoutMakingThemWait() throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        ExecutorService sealers = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 300; i++) {
            writers.execute(() -> audit.write(AuditAction.TRANSACTION_RECORDED, "x", 1, ""));
            sealers.execute(seal::seal);
        }
        for (ExecutorService service : List.of(writers, sealers)) {
            service.shutdown();
            assertThat(service.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        seal.seal();

        assertThat(verify.verify(null).intact()).isTrue();
        assertThat(verify.verify(null).checked()).isEqualTo(300);
    }

    @Test
    void makesAFewRowsOfAFloodOfRefusals() {
        RefusalTally tally = new RefusalTally();
        for (int i = 0; i < 10_000; i++) {
            tally.count(AuditAction.UNAUTHENTICATED, SCENE, "status 401");
            tally.count(
                    AuditAction.UNAUTHENTICATED,
                    new AuditScene(null, "10.0.0." + i, "GET /api/x", "many"),
                    "status 401");
        }

        tally.writeTo(audit);
        tally.writeTo(audit);

        List<AuditEntry> rows = new ArrayList<>();
        CursorPage<AuditEntry> page = trail.page(EVERYTHING, PageRequest.first(200));
        rows.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            page = trail.page(EVERYTHING, new PageRequest(200, page.nextCursor().get()));
            rows.addAll(page.items());
        }
        assertThat(rows).hasSizeLessThanOrEqualTo(1_002).doesNotHaveDuplicates();
        assertThat(rows.stream().mapToLong(AuditEntry::count).sum()).isEqualTo(20_000);
    }

    @Test
    void showsWhatIsAskedFor() {
        write(3);
        audit.write(AuditAction.FLAG_SWITCHED, "rate-limits", 1, "on to off");

        assertThat(trail.page(new AuditFilter(AuditAction.FLAG_SWITCHED, "someone", null, null), PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("rate-limits"));
        assertThat(trail.page(new AuditFilter(null, "nobody", null, null), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> trail.page(EVERYTHING, new PageRequest(10, "~")));
    }
}
