package io.quantumleap.app.config;

import io.quantumleap.security.limit.LimitPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that the operator may set, read once at start.
 *
 * @param mode how strict to be
 * @param home the folder for the embedded database, generated keys and the first sign-in
 * @param http where the server listens
 * @param web what stands between browsers and the server
 * @param limits how much one person or address may ask
 * @param database the PostgreSQL server to use; the embedded one if empty
 * @param pool how the connections to it behave
 * @param auth which access tokens are accepted
 * @param importPresets the folder of presets for brokers' files; the built-in ones alone if empty
 * @param chat the language models
 * @param guardrails what the assistant is held to
 * @param market market data
 * @param reconcileEvery how often every ledger is worked out again and compared; never if zero
 */
public record ServerSettings(
        Mode mode,
        Path home,
        HttpSettings http,
        WebSettings web,
        LimitPolicy limits,
        Optional<ExternalDatabase> database,
        PoolSettings pool,
        AuthSettings auth,
        Optional<Path> importPresets,
        ChatSettings chat,
        GuardrailSettings guardrails,
        MarketSettings market,
        Duration reconcileEvery) {}
