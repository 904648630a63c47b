package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.SecondFactor;
import io.quantumleap.security.secondfactor.TotpSecret;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.vault.Reencrypted;
import io.quantumleap.security.vault.port.EncryptedSecrets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Second factors in PostgreSQL, each secret encrypted with the master key. Safe for use by many threads. */
public final class JdbcSecondFactors implements SecondFactors, EncryptedSecrets {

    private static final String SELECT =
            "SELECT secret, confirmed, last_step, recovery_digests FROM second_factor WHERE account_id = ? FOR UPDATE";
    private static final String UPSERT = "INSERT INTO second_factor"
            + " (account_id, secret, confirmed, last_step, recovery_digests) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (account_id) DO UPDATE SET secret = EXCLUDED.secret, confirmed = EXCLUDED.confirmed,"
            + " last_step = EXCLUDED.last_step, recovery_digests = EXCLUDED.recovery_digests";

    private final JpaUnitOfWork work;
    private final MasterKey master;

    /** Stands on the program's unit of work. */
    public JdbcSecondFactors(JpaUnitOfWork work, MasterKey master) {
        this.work = work;
        this.master = master;
    }

    /** @throws UnusableKeyException if the secret was encrypted with another master key */
    @Override
    public Optional<SecondFactor> lock(UserId user) {
        return work.withConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setObject(1, user.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(factor(user, row)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void put(SecondFactor factor) {
        work.withConnection(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setObject(1, factor.user().value());
                upsert.setBytes(
                        2, master.seal(name(factor.user()), factor.secret().bytes()));
                upsert.setBoolean(3, factor.confirmed());
                upsert.setLong(4, factor.lastStep());
                upsert.setArray(5, texts(connection, factor.recoveryDigests()));
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public void remove(UserId user) {
        work.withConnection(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM second_factor WHERE account_id = ?")) {
                delete.setObject(1, user.value());
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public Reencrypted reencrypt() {
        return new Reencryption(
                        "SELECT account_id, secret FROM second_factor ORDER BY account_id FOR UPDATE",
                        "UPDATE second_factor SET secret = ? WHERE account_id = ?",
                        id -> name(new UserId((UUID) id)))
                .run(work, master);
    }

    private SecondFactor factor(UserId user, ResultSet row) throws SQLException {
        return new SecondFactor(
                user,
                new TotpSecret(master.open(name(user), row.getBytes("secret"))),
                row.getBoolean("confirmed"),
                row.getLong("last_step"),
                Set.of((String[]) row.getArray("recovery_digests").getArray()));
    }

    private static Array texts(Connection connection, Set<String> digests) throws SQLException {
        return connection.createArrayOf("text", digests.toArray());
    }

    private static String name(UserId user) {
        return "second factor " + user;
    }
}
