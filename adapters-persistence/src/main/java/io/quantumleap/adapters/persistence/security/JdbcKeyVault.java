package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.security.token.RingKey;
import io.quantumleap.security.token.SigningKey;
import io.quantumleap.security.token.port.KeyVault;
import io.quantumleap.security.vault.Reencrypted;
import io.quantumleap.security.vault.port.EncryptedSecrets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Signing keys in PostgreSQL, each private half encrypted with the master key. Safe for use by many threads. */
public final class JdbcKeyVault implements KeyVault, EncryptedSecrets {

    private final JpaUnitOfWork work;
    private final MasterKey master;

    /** Stands on the program's unit of work. */
    public JdbcKeyVault(JpaUnitOfWork work, MasterKey master) {
        this.work = work;
        this.master = master;
    }

    @Override
    public void lock() {
        work.withConnection(connection -> execute(connection, "LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE"));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    /** @throws UnusableKeyException if a private key was encrypted with another master key */
    @Override
    public List<RingKey> all() {
        return work.withConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id, public_key, private_key, signs_from FROM signing_key");
                    ResultSet rows = select.executeQuery()) {
                List<RingKey> keys = new ArrayList<>();
                while (rows.next()) {
                    Instant signsFrom =
                            rows.getObject("signs_from", OffsetDateTime.class).toInstant();
                    keys.add(new RingKey(
                            key(rows.getString("id"), rows.getBytes("public_key"), rows.getBytes("private_key")),
                            signsFrom));
                }
                return keys;
            }
        });
    }

    @Override
    public void add(RingKey key) {
        String id = key.key().id();
        work.withConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO signing_key (id, public_key, private_key, signs_from) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setBytes(2, key.key().publicKey().getEncoded());
                insert.setBytes(3, master.seal(name(id), key.key().privateKey().getEncoded()));
                insert.setObject(4, key.signsFrom().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void remove(String id) {
        work.withConnection(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM signing_key WHERE id = ?")) {
                delete.setString(1, id);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public Reencrypted reencrypt() {
        lock();
        return new Reencryption(
                        "SELECT id, private_key FROM signing_key",
                        "UPDATE signing_key SET private_key = ? WHERE id = ?",
                        id -> name((String) id))
                .run(work, master);
    }

    private SigningKey key(String id, byte[] publicKey, byte[] sealed) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            SigningKey key = new SigningKey(
                    id, (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(publicKey)), (ECPrivateKey)
                            factory.generatePrivate(new PKCS8EncodedKeySpec(master.open(name(id), sealed))));
            requirePair(key);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException damaged) {
            throw new UnusableKeyException("The signing key " + id + " in the database is damaged.", damaged);
        }
    }

    private static String name(String id) {
        return "signing key " + id;
    }

    private static void requirePair(SigningKey key) throws GeneralSecurityException {
        byte[] message = {1};
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key.privateKey());
        signer.update(message);
        byte[] signature = signer.sign();
        signer.initVerify(key.publicKey());
        signer.update(message);
        if (!signer.verify(signature)) {
            throw new GeneralSecurityException("the two halves do not belong together");
        }
    }
}
