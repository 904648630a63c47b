package io.quantumleap.app.config;

import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.chat.cost.PriceList;
import io.quantumleap.chat.model.ModelTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The language models that answer questions.
 *
 * @param providers all that are set
 * @param routes who is asked for what, the first first
 * @param prices what they cost
 */
public record ChatSettings(List<Provider> providers, Map<ModelTask, List<String>> routes, PriceList prices) {

    /** Copies the collections. */
    public ChatSettings {
        providers = List.copyOf(providers);
        routes = Map.copyOf(routes);
    }

    /**
     * One provider.
     *
     * @param format how it speaks
     * @param baseUrl where it answers
     * @param apiKey the installation's key, if there is one
     * @param model the name of the model there
     * @param timeout how long one reply may take
     * @param retries how often a request is sent again
     * @param concurrent how many replies may be under way at once
     * @param longestReply the most tokens of one reply
     */
    public record Provider(
            WireFormat format,
            String baseUrl,
            Optional<Secret> apiKey,
            String model,
            Duration timeout,
            int retries,
            int concurrent,
            int longestReply) {}
}
