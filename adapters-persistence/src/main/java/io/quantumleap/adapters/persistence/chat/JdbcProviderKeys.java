package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.adapters.persistence.security.Reencryption;
import io.quantumleap.chat.provider.ProviderKey;
import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.vault.Reencrypted;
import io.quantumleap.security.vault.port.EncryptedSecrets;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that users brought, in PostgreSQL, each encrypted with the master key. Safe for use by many threads. */
public final class JdbcProviderKeys implements ProviderKeys, EncryptedSecrets {

    private static final String NAME = "provider key ";

    private final JpaUnitOfWork work;
    private final MasterKey master;

    /** Stands on the program's unit of work. */
    public JdbcProviderKeys(JpaUnitOfWork work, MasterKey master) {
        this.work = work;
        this.master = master;
    }

    /** @throws io.quantumleap.adapters.persistence.security.UnusableKeyException if another master key sealed it */
    @Override
    public Optional<ProviderKey> find(UserId user, String provider) {
        return work.withConnection(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select sealed from provider_key where user_id = ? and provider = ?")) {
                query.setObject(1, user.value());
                query.setString(2, provider);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new ProviderKey(new String(
                                    master.open(name(user, provider), rows.getBytes(1)), StandardCharsets.US_ASCII)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Map<String, Instant> since(UserId user) {
        return work.withConnection(connection -> {
            Map<String, Instant> since = new HashMap<>();
            try (PreparedStatement query =
                    connection.prepareStatement("select provider, since from provider_key where user_id = ?")) {
                query.setObject(1, user.value());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        since.put(rows.getString("provider"), JdbcConversations.moment(rows, "since"));
                    }
                }
            }
            return since;
        });
    }

    @Override
    public void put(UserId user, String provider, ProviderKey key, Instant at) {
        byte[] sealed = master.seal(name(user, provider), key.value().getBytes(StandardCharsets.US_ASCII));
        work.withConnection(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into provider_key (user_id, provider, sealed, since) values (?, ?, ?, ?)"
                            + " on conflict (user_id, provider) do update set sealed = excluded.sealed,"
                            + " since = excluded.since")) {
                upsert.setObject(1, user.value());
                upsert.setString(2, provider);
                upsert.setBytes(3, sealed);
                upsert.setObject(4, JdbcConversations.utc(at));
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public boolean remove(UserId user, String provider) {
        return work.withConnection(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from provider_key where user_id = ? and provider = ?")) {
                delete.setObject(1, user.value());
                delete.setString(2, provider);
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public Reencrypted reencrypt() {
        return new Reencryption(
                        "select user_id || ' ' || provider, sealed from provider_key order by 1 for update",
                        "update provider_key set sealed = ? where user_id || ' ' || provider = ?",
                        row -> NAME + row)
                .run(work, master);
    }

    private static String name(UserId user, String provider) {
        return NAME + user + " " + provider;
    }
}
