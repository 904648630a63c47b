package io.quantumleap.adapters.persistence.report;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.security.report.ContentReport;
import io.quantumleap.security.report.CountedReport;
import io.quantumleap.security.report.port.ContentReports;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts of reports in PostgreSQL. Safe for use by many threads. */
public final class JdbcContentReports implements ContentReports {

    private static final int MOST_KINDS_A_DAY = 500;
    private static final int MOST_SHOWN = 200;
    private static final String INCREMENT =
            "UPDATE content_report SET count = count + 1 WHERE day = ? AND directive = ? AND blocked = ? AND page = ?";
    private static final String INSERT = "INSERT INTO content_report (day, directive, blocked, page, count)"
            + " SELECT ?, ?, ?, ?, 1 WHERE (SELECT count(*) FROM content_report WHERE day = ?) < ?"
            + " ON CONFLICT (day, directive, blocked, page) DO UPDATE SET count = content_report.count + 1";
    private static final ContentReport OTHERS = new ContentReport("others", "others", "others");

    private final JpaUnitOfWork work;

    /** Stands on the program's unit of work. */
    public JdbcContentReports(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void count(LocalDate day, ContentReport report) {
        if (!increment(day, report) && !insert(day, report, MOST_KINDS_A_DAY)) {
            insert(day, OTHERS, Integer.MAX_VALUE);
        }
    }

    private boolean increment(LocalDate day, ContentReport report) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INCREMENT)) {
                bind(statement, day, report);
                return statement.executeUpdate() > 0;
            }
        });
    }

    private boolean insert(LocalDate day, ContentReport report, int most) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                bind(statement, day, report);
                statement.setObject(5, day);
                statement.setInt(6, most);
                return statement.executeUpdate() > 0;
            }
        });
    }

    private static void bind(PreparedStatement statement, LocalDate day, ContentReport report)
            throws java.sql.SQLException {
        statement.setObject(1, day);
        statement.setString(2, report.directive());
        statement.setString(3, report.blocked());
        statement.setString(4, report.page());
    }

    @Override
    public List<CountedReport> since(LocalDate day) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT day, directive, blocked, page, count FROM content_report"
                            + " WHERE day >= ? ORDER BY day DESC, count DESC, directive, blocked, page LIMIT "
                            + MOST_SHOWN)) {
                statement.setObject(1, day);
                List<CountedReport> counts = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counts.add(new CountedReport(
                                rows.getObject(1, LocalDate.class),
                                new ContentReport(rows.getString(2), rows.getString(3), rows.getString(4)),
                                rows.getLong(5)));
                    }
                }
                return counts;
            }
        });
    }
}
