package io.quantumleap.app.config;

import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.app.config.Setting.Read;
import io.quantumleap.chat.cost.Price;
import io.quantumleap.chat.cost.PriceList;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The settings of the assistant's models: providers, routes and prices. */
final class ChatSchema {

    static final List<Provider> PROVIDERS =
            Arrays.stream(WireFormat.values()).map(Provider::of).toList();

    static final Map<ModelTask, Setting<List<String>>> ROUTES = routes();

    static final Setting<Map<String, Price>> PRICES = Setting.without(
            "quantumleap.chat.prices",
            Kinds.checked("`model=input/output` with commas between", text -> {
                try {
                    return PriceList.parse(text);
                } catch (InvalidValueException malformed) {
                    throw new IllegalArgumentException(malformed.getMessage(), malformed);
                }
            }),
            "what models cost for a million tokens read and a million written, such as `gpt-4o=2.50/10.00,llama*=0/0`; what a"
                    + " model costs that is not named is unknown");
    static final Setting<Currency> CURRENCY = Setting.of(
            "quantumleap.chat.currency",
            Kinds.checked("ISO 4217 code", text -> {
                try {
                    return Currencies.parse(text);
                } catch (InvalidValueException unknown) {
                    throw new IllegalArgumentException("must be an ISO 4217 code", unknown);
                }
            }),
            "USD",
            "the currency of those prices and of every budget");

    private ChatSchema() {}

    /** The settings of one provider. */
    record Provider(
            WireFormat format,
            Setting<String> baseUrl,
            Setting<String> model,
            Setting<String> apiKey,
            Setting<Duration> timeout,
            Setting<Integer> retries,
            Setting<Integer> concurrent,
            Setting<Integer> longestReply) {

        private static Provider of(WireFormat format) {
            String prefix = "quantumleap.chat." + format.code() + ".";
            boolean open = format == WireFormat.OPENAI;
            return new Provider(
                    format,
                    open
                            ? Setting.without(
                                    prefix + "base-url",
                                    Kinds.url(),
                                    "an OpenAI-compatible endpoint (OpenAI, Azure, Ollama, vLLM, llama.cpp); without any"
                                            + " provider the built-in analyst answers")
                            : Setting.of(prefix + "base-url", Kinds.url(), format.usualAddress(), "where it answers"),
                    Setting.without(
                            prefix + "model",
                            Kinds.text(),
                            open
                                    ? "the model there; needed with the URL"
                                    : "the model there; makes the provider known"),
                    Setting.secret(
                            prefix + "api-key",
                            Kinds.text(),
                            Read.AT_START,
                            open
                                    ? "the key that it asks for"
                                    : "the installation's key; without it only users with keys of their own can ask"),
                    Setting.of(
                            prefix + "timeout",
                            Kinds.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                            "PT60S",
                            "how long one reply may take"),
                    Setting.of(
                            prefix + "retries",
                            Kinds.whole(0, 10),
                            "2",
                            "how often a request is sent again that failed in passing, before anything was shown"),
                    Setting.of(
                            prefix + "concurrent",
                            Kinds.whole(1, 100_000),
                            "512",
                            "how many replies may be under way at once"),
                    Setting.of(
                            prefix + "longest-reply",
                            Kinds.whole(16, 1_000_000),
                            "4096",
                            "the most tokens of one reply; budgets set the price of this many aside"));
        }

        List<Setting<?>> all() {
            return List.of(baseUrl, model, apiKey, timeout, retries, concurrent, longestReply);
        }
    }

    private static Map<ModelTask, Setting<List<String>>> routes() {
        Map<ModelTask, String> meanings = Map.of(
                ModelTask.CHAT, "answering questions",
                ModelTask.ANALYSIS, "wording analyses",
                ModelTask.SUMMARY, "shortening long conversations");
        Map<ModelTask, Setting<List<String>>> routes = new EnumMap<>(ModelTask.class);
        meanings.forEach((task, meaning) -> routes.put(
                task,
                Setting.without(
                        "quantumleap.chat.route." + task.code(),
                        Kinds.list(Kinds.oneOf("openai", "anthropic", "gemini", "built-in")),
                        "who is asked for " + meaning + ", the first first, the next when one fails; without it all"
                                + " providers that are set, then `built-in`")));
        return routes;
    }

    /** All of them, in the order of the documentation. */
    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>();
        PROVIDERS.forEach(provider -> all.addAll(provider.all()));
        for (ModelTask task : ModelTask.values()) {
            Setting<List<String>> route = ROUTES.get(task);
            if (route != null) {
                all.add(route);
            }
        }
        all.add(PRICES);
        all.add(CURRENCY);
        return all;
    }
}
