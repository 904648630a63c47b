package io.quantumleap.adapters.persistence.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.security.report.ContentReport;
import io.quantumleap.security.report.CountedReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcContentReportsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void countsAndPutsWhatIsTooManyTogether() {
        JdbcContentReports reports = new JdbcContentReports(DATABASE.unitOfWork());
        for (int kind = 0; kind < 600; kind++) {
            reports.count(DAY, new ContentReport("script-src", "host" + kind, "/"));
        }
        reports.count(DAY, new ContentReport("script-src", "host1", "/"));

        List<CountedReport> counts = reports.since(DAY);

        assertThat(counts).hasSize(200);
        assertThat(counts.get(0).report().directive()).isEqualTo("others");
        assertThat(counts.get(0).count()).isEqualTo(100);
        assertThat(counts.get(1)).isEqualTo(new CountedReport(DAY, new ContentReport("script-src", "host1", "/"), 2));
    }
}
