package io.quantumleap.adapters.rest.chat.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an OpenAI-compatible provider answers.
 *
 * @param baseUrl the address up to and without {@code /chat/completions}
 * @param key the key that it asks for, or null; read it through {@link #apiKey()}
 * @param model the name of the model there
 * @param connectTimeout how long to wait for a connection
 * @param replyTimeout how long one reply may take as a whole
 */
public record OpenAiEndpoint(
        String baseUrl, @Nullable String key, String model, Duration connectTimeout, Duration replyTimeout) {

    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration USUAL_REPLY_TIMEOUT = Duration.ofSeconds(60);

    /** Refuses missing parts. */
    public OpenAiEndpoint {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(replyTimeout, "replyTimeout");
    }

    /** An endpoint with the usual time limits. */
    public static OpenAiEndpoint at(String baseUrl, @Nullable String key, String model) {
        return new OpenAiEndpoint(baseUrl, key, model, USUAL_CONNECT_TIMEOUT, USUAL_REPLY_TIMEOUT);
    }

    /** The key that it asks for, if it asks for one. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(key);
    }

    /** Without the key, so that no log shows it. */
    @Override
    public String toString() {
        return model + " at " + baseUrl;
    }
}
