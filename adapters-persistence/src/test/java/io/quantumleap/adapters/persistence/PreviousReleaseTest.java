package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * While a new version takes over, the version before it still writes to the schema that the new one has migrated. What it says to the
 * database, written down in {@code db/previous-release.sql}, has to be accepted.
 */
class PreviousReleaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void worksOnTheMigratedSchema() throws Exception {
        List<String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(15);
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    throw new AssertionError("The previous release cannot say: " + sql, refused);
                }
            }
            connection.rollback();
        }
    }

    private static List<String> statements() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PreviousReleaseTest.class.getResourceAsStream("/db/previous-release.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";\\s*\n", -1))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList();
        }
    }
}
