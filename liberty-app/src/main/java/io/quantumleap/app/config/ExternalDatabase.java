package io.quantumleap.app.config;

/**
 * A PostgreSQL server that somebody else runs.
 *
 * @param url JDBC URL
 * @param username the role to sign in with
 * @param password its password
 */
public record ExternalDatabase(String url, String username, Secret password) {}
