package io.quantumleap.security.report.port;

import io.quantumleap.security.report.ContentReport;
import io.quantumleap.security.report.CountedReport;
import java.time.LocalDate;
import java.util.List;

/** The counts of reports. Safe for use by many threads. */
public interface ContentReports {

    /** Counts one more; beyond a number of different ones on a day, all further kinds count as one. */
    void count(LocalDate day, ContentReport report);

    /** The counts since a day, the newest day and the highest count first, at most 200. */
    List<CountedReport> since(LocalDate day);
}
