package io.quantumleap.adapters.rest.chat.model;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider answers, and how much patience it gets.
 *
 * @param format how it speaks
 * @param baseUrl its address, up to and without the part that the format adds; what follows a question mark goes with every
 *     request
 * @param key the installation's key, or null when it asks for none or users bring theirs; read it through {@link #apiKey()}
 * @param keyless whether it answers without any key
 * @param model the name of the model there
 * @param connectTimeout how long to wait for a connection
 * @param replyTimeout how long one reply may take as a whole
 * @param longestReply the most tokens that a reply may have
 * @param retries how often a request that failed in passing is sent again
 * @param concurrent how many replies may be under way at once
 */
public record ProviderEndpoint(
        WireFormat format,
        String baseUrl,
        @Nullable String key,
        boolean keyless,
        String model,
        Duration connectTimeout,
        Duration replyTimeout,
        int longestReply,
        int retries,
        int concurrent) {

    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration USUAL_REPLY_TIMEOUT = Duration.ofSeconds(60);
    private static final int USUAL_REPLY = 4_096;
    private static final int USUAL_RETRIES = 2;
    private static final int USUAL_CONCURRENT = 512;

    /** Refuses missing parts. */
    public ProviderEndpoint {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(replyTimeout, "replyTimeout");
    }

    /** An endpoint with the usual limits; without a key it is taken to need none. */
    public static ProviderEndpoint at(WireFormat format, String baseUrl, @Nullable String key, String model) {
        return new ProviderEndpoint(
                format,
                baseUrl,
                key,
                key == null,
                model,
                USUAL_CONNECT_TIMEOUT,
                USUAL_REPLY_TIMEOUT,
                USUAL_REPLY,
                USUAL_RETRIES,
                USUAL_CONCURRENT);
    }

    /** The same with another limit to a reply's time. */
    public ProviderEndpoint within(Duration limit) {
        return new ProviderEndpoint(
                format, baseUrl, key, keyless, model, connectTimeout, limit, longestReply, retries, concurrent);
    }

    /** The address without what follows a question mark. */
    String path() {
        int query = baseUrl.indexOf('?');
        return query < 0 ? baseUrl : baseUrl.substring(0, query);
    }

    /** What follows the question mark of the address, such as Azure's {@code api-version}; it goes with every request. */
    Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        int query = baseUrl.indexOf('?');
        if (query >= 0) {
            for (String part : baseUrl.substring(query + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(part.substring(0, equals), part.substring(equals + 1));
                }
            }
        }
        return parameters;
    }

    /** Whether the key goes in the header field that Azure's deployments want, {@code api-key}. */
    boolean wantsApiKeyHeader() {
        String host = URI.create(path()).getHost();
        return format == WireFormat.OPENAI
                && (query().containsKey("api-version") || (host != null && host.endsWith(".openai.azure.com")));
    }

    /** The installation's key, if it has one. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(key);
    }

    /** Without the key, so that no log shows it. */
    @Override
    public String toString() {
        return format.code() + " " + model + " at " + baseUrl;
    }
}
