package io.quantumleap.adapters.rest.performance;

/** A metric that has no value, and why. */
public record UnavailableJson(String metric, String reason) {}
