package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.security.vault.Reencrypted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Encrypts one column of a table anew where another master key than the first encrypted it.
 *
 * @param select gives the key of each row and the encrypted column, and locks the rows
 * @param update sets the column of the row with a key
 * @param name the name that the text of a row is bound to
 */
public record Reencryption(String select, String update, Function<Object, String> name) {

    /** Goes over all rows, in the current unit of work. */
    public Reencrypted run(JpaUnitOfWork work, MasterKey master) {
        return work.withConnection(connection -> run(connection, master));
    }

    private Reencrypted run(Connection connection, MasterKey master) throws SQLException {
        int secrets = 0;
        int changed = 0;
        try (PreparedStatement rows = connection.prepareStatement(select);
                PreparedStatement change = connection.prepareStatement(update);
                ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                Object id = row.getObject(1);
                Optional<byte[]> anew = master.resealed(name.apply(id), row.getBytes(2));
                secrets++;
                if (anew.isPresent()) {
                    change.setBytes(1, anew.get());
                    change.setObject(2, id);
                    changed += change.executeUpdate();
                }
            }
        }
        return new Reencrypted(secrets, changed);
    }
}
