package io.quantumleap.adapters.rest.security;

/**
 * What going over to the first master key came to.
 *
 * @param secrets how many encrypted secrets there are
 * @param reencrypted how many of them an older key had encrypted; none any more does
 */
public record ReencryptedJson(int secrets, int reencrypted) {}
