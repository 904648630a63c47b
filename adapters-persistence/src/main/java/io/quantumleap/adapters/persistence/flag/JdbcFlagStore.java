package io.quantumleap.adapters.persistence.flag;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.flag.FlagState;
import io.quantumleap.security.flag.port.FlagStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Flags in PostgreSQL; a row of a flag that this program does not know is left alone. Safe for use by many threads. */
public final class JdbcFlagStore implements FlagStore {

    private final JpaUnitOfWork work;

    /** Stands on the program's unit of work. */
    public JdbcFlagStore(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Map<Flag, FlagState> all() {
        return work.withConnection(connection -> {
            Map<Flag, FlagState> states = new EnumMap<>(Flag.class);
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT name, is_on, percentage FROM feature_flag");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<Flag> flag = Flag.of(rows.getString(1));
                    if (flag.isPresent()) {
                        states.put(flag.get(), new FlagState(rows.getBoolean(2), rows.getInt(3)));
                    }
                }
            }
            return states;
        });
    }

    @Override
    public void put(Flag flag, FlagState state) {
        work.withConnection(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO feature_flag (name, is_on, percentage) VALUES (?, ?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET is_on = excluded.is_on,"
                            + " percentage = excluded.percentage")) {
                statement.setString(1, flag.code());
                statement.setBoolean(2, state.on());
                statement.setInt(3, state.percentage());
                return statement.executeUpdate();
            }
        });
    }
}
