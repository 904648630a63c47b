package io.quantumleap.security.report;

import java.time.LocalDate;

/** How often one kind of violation was reported on a day. */
public record CountedReport(LocalDate day, ContentReport report, long count) {}
