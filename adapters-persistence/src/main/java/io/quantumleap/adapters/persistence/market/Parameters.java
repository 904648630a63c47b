package io.quantumleap.adapters.persistence.market;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills in the parameters of a statement. */
@FunctionalInterface
interface Parameters {

    void set(PreparedStatement statement) throws SQLException;
}
