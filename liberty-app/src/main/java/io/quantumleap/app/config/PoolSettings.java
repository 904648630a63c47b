package io.quantumleap.app.config;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import java.time.Duration;

/**
 * How the connections to the database behave, wherever it is.
 *
 * @param minimum connections kept open when nobody asks
 * @param maximum connections at most
 * @param connectionTimeout how long a request waits for a free connection
 * @param statementTimeout how long one statement may run
 * @param lockTimeout how long one statement may wait for a lock
 * @param leakDetection after which a connection that was not given back is reported; zero for never
 */
public record PoolSettings(
        int minimum,
        int maximum,
        Duration connectionTimeout,
        Duration statementTimeout,
        Duration lockTimeout,
        Duration leakDetection) {

    /** These settings on a database that is known. */
    public DatabaseSettings on(String url, String username, String password) {
        return new DatabaseSettings(
                url,
                username,
                password,
                minimum,
                maximum,
                connectionTimeout,
                statementTimeout,
                lockTimeout,
                leakDetection);
    }
}
