package io.quantumleap.adapters.rest.performance;

import org.jspecify.annotations.Nullable;

/** One drawdown; the recovery is null while it lasts. */
public record DrawdownJson(
        String peakDate, String troughDate, @Nullable String recoveryDate, double depth, long lengthDays) {}
