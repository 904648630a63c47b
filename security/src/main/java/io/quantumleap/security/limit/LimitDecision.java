package io.quantumleap.security.limit;

import java.time.Duration;

/**
 * Whether one more request is within an allowance.
 *
 * @param policy the name of the allowance
 * @param allowance what it is
 * @param remaining how many requests are left now; an estimate while other instances draw too
 * @param retryAfter how long until the next request is let through; nothing if this one is
 * @param allowed whether this one is
 */
public record LimitDecision(String policy, Allowance allowance, long remaining, Duration retryAfter, boolean allowed) {}
