package io.quantumleap.adapters.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills in the parameters of a statement. */
@FunctionalInterface
public interface Parameters {

    /** Sets them. */
    void set(PreparedStatement statement) throws SQLException;
}
