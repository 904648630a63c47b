package io.quantumleap.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that the operator may set, read once at start.
 *
 * @param mode how strict to be
 * @param home the folder for the embedded database, generated keys and the first sign-in
 * @param http where the server listens
 * @param database the PostgreSQL server to use; the embedded one if empty
 * @param pool how the connections to it behave
 * @param auth which access tokens are accepted
 * @param chatModel the language model; the built-in analyst if empty
 */
public record ServerSettings(
        Mode mode,
        Path home,
        HttpSettings http,
        Optional<ExternalDatabase> database,
        PoolSettings pool,
        AuthSettings auth,
        Optional<ChatModelSettings> chatModel) {}
