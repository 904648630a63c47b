package io.quantumleap.adapters.rest.report;

import io.quantumleap.security.report.CountedReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often which violation was reported. */
public record ContentReportsJson(List<Row> items, @Nullable String nextCursor) {

    /** One kind on one day. */
    public record Row(LocalDate day, String directive, String blocked, String page, long count) {}

    static ContentReportsJson of(List<CountedReport> counts) {
        return new ContentReportsJson(
                counts.stream()
                        .map(it -> new Row(
                                it.day(),
                                it.report().directive(),
                                it.report().blocked(),
                                it.report().page(),
                                it.count()))
                        .toList(),
                null);
    }
}
