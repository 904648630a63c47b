package io.quantumleap.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.chat.provider.ProviderKey;
import io.quantumleap.chat.provider.ProviderKeysContract;
import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.vault.Reencrypted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JdbcProviderKeysTest extends ProviderKeysContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    @Override
    protected ProviderKeys keys() {
        return keys("master.key");
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }

    @Test
    void goesOverToAnotherMasterKey() throws IOException {
        UserId user = new UserId(UUID.randomUUID());
        ProviderKey key = new ProviderKey("sk-plain-text");
        unitOfWork().run(() -> DATABASE.unitOfWork().withConnection(connection -> {
            try (var clear = connection.createStatement()) {
                return clear.executeUpdate("delete from provider_key");
            }
        }));
        unitOfWork().run(() -> keys().put(user, "openai", key, Instant.EPOCH));
        MasterKey.in(folder.resolve("next.key"), new SecureRandom());
        Path both = folder.resolve("both.key");
        Files.writeString(
                both, Files.readString(folder.resolve("next.key")) + Files.readString(folder.resolve("master.key")));
        Files.setPosixFilePermissions(both, PosixFilePermissions.fromString("rw-------"));

        assertThat(reencrypted("both.key")).isEqualTo(new Reencrypted(1, 1));
        assertThat(reencrypted("next.key")).isEqualTo(new Reencrypted(1, 0));
        assertThat(keys("next.key").find(user, "openai")).contains(key);
    }

    private Reencrypted reencrypted(String file) {
        JdbcProviderKeys keys = keys(file);
        return unitOfWork().run(keys::reencrypt);
    }

    private JdbcProviderKeys keys(String file) {
        return new JdbcProviderKeys(DATABASE.unitOfWork(), MasterKey.in(folder.resolve(file), new SecureRandom()));
    }

    @Test
    void keepsTheKeyEncrypted() {
        UserId user = new UserId(UUID.randomUUID());
        unitOfWork().run(() -> keys().put(user, "openai", new ProviderKey("sk-plain-text"), Instant.EPOCH));
        byte[] stored = DATABASE.unitOfWork().withConnection(connection -> {
            try (var query = connection.prepareStatement("select sealed from provider_key where user_id = ?")) {
                query.setObject(1, user.value());
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getBytes(1);
                }
            }
        });
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("sk-plain-text");
    }
}
