package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.token.KeyVaultContract;
import io.quantumleap.security.token.RingKey;
import io.quantumleap.security.token.SigningKey;
import io.quantumleap.security.token.port.KeyVault;
import io.quantumleap.security.vault.Reencrypted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JdbcKeyVaultTest extends KeyVaultContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private JdbcKeyVault vault;

    @BeforeEach
    void open() {
        vault = new JdbcKeyVault(DATABASE.unitOfWork(), master("master.key"));
        assertThat(execute("TRUNCATE signing_key")).isTrue();
    }

    @Override
    protected KeyVault vault() {
        return vault;
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    private MasterKey master(String name) {
        return MasterKey.in(folder.resolve("keys").resolve(name), new SecureRandom());
    }

    private static boolean execute(String sql) {
        return DATABASE.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            }
        });
    }

    @Test
    void storesNoPrivateKeyInTheClear() {
        SigningKey key = SigningKey.generate();
        vault.add(new RingKey(key, Instant.EPOCH));

        List<?> rows = DATABASE.unitOfWork()
                .with(manager -> manager.createNativeQuery("SELECT encode(private_key, 'hex') FROM signing_key")
                        .getResultList());

        String secret = HexFormat.of().formatHex(key.privateKey().getS().toByteArray());
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain(secret);
    }

    @Test
    void refusesAnotherMasterKey() {
        vault.add(new RingKey(SigningKey.generate(), Instant.EPOCH));
        JdbcKeyVault other = new JdbcKeyVault(DATABASE.unitOfWork(), master("other.key"));

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(other::all)
                .withMessageContaining("same master key file");
    }

    @Test
    void goesOverToAnotherMasterKey() throws IOException {
        SigningKey key = SigningKey.generate();
        vault.add(new RingKey(key, Instant.EPOCH));
        assertThat(vault.reencrypt()).isEqualTo(new Reencrypted(1, 0));
        assertThat(master("next.key")).isNotNull();
        Path keys = folder.resolve("keys");
        Files.writeString(
                keys.resolve("both.key"),
                Files.readString(keys.resolve("next.key")) + Files.readString(keys.resolve("master.key")));
        Files.setPosixFilePermissions(keys.resolve("both.key"), PosixFilePermissions.fromString("rw-------"));

        JdbcKeyVault both = new JdbcKeyVault(DATABASE.unitOfWork(), master("both.key"));
        assertThat(DATABASE.unitOfWork().run(both::reencrypt)).isEqualTo(new Reencrypted(1, 1));
        assertThat(DATABASE.unitOfWork().run(both::reencrypt)).isEqualTo(new Reencrypted(1, 0));

        JdbcKeyVault next = new JdbcKeyVault(DATABASE.unitOfWork(), master("next.key"));
        assertThat(next.all()).extracting(ring -> ring.key().privateKey()).containsExactly(key.privateKey());
        assertThatExceptionOfType(UnusableKeyException.class).isThrownBy(vault::all);
    }

    @Test
    void refusesAKeyThatWasMovedToAnotherRow() {
        SigningKey one = SigningKey.generate();
        SigningKey two = SigningKey.generate();
        vault.add(new RingKey(one, Instant.EPOCH));
        vault.add(new RingKey(two, Instant.EPOCH));
        assertThat(execute("UPDATE signing_key SET private_key = (SELECT private_key FROM signing_key WHERE id = '"
                        + one.id() + "')"))
                .isTrue();

        assertThatExceptionOfType(UnusableKeyException.class).isThrownBy(vault::all);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        MasterKey master = master("master.key");
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);

        assertThat(master.seal("a", text)).isNotEqualTo(master.seal("a", text));
        assertThat(master.open("a", master.seal("a", text))).isEqualTo(text);
    }
}
