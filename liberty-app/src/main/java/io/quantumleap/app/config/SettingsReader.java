package io.quantumleap.app.config;

import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.chat.cost.PriceList;
import io.quantumleap.chat.guardrail.AdvicePolicy;
import io.quantumleap.chat.guardrail.GroundingPolicy;
import io.quantumleap.chat.guardrail.Language;
import io.quantumleap.chat.guardrail.LanguagePolicy;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.security.account.port.BreachedPasswords;
import io.quantumleap.security.headers.TransportPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the properties of the schema into {@link ServerSettings}, and names every fault at once. */
public final class SettingsReader {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Function<String, Optional<String>> source;
    private final List<Fault> faults = new ArrayList<>();

    private SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * Reads the settings of this process.
     *
     * @param source gives the value of a property by its name; defaults are part of it
     * @param warn told of every fault that stops production only, in development mode
     * @throws InvalidSettingsException naming every setting at fault
     */
    public static ServerSettings read(Function<String, Optional<String>> source, Consumer<Fault> warn) {
        return read(source, Surroundings.ofThisProcess(), warn);
    }

    /** The database's password as it is set now, while its file may be in the middle of being replaced; empty if it cannot be read. */
    public static Optional<Secret> databasePassword(Function<String, Optional<String>> source) {
        return new SettingsReader(source)
                .optional(ServerSchema.DATABASE_PASSWORD)
                .map(Secret::new);
    }

    static ServerSettings read(
            Function<String, Optional<String>> source, Surroundings surroundings, Consumer<Fault> warn) {
        SettingsReader reader = new SettingsReader(source);
        reader.faults.addAll(SurroundingsCheck.faultsOf(surroundings));
        ServerSettings settings = reader.settings();
        boolean production = settings.mode() == Mode.PRODUCTION;
        if (production) {
            reader.faults.addAll(ProductionRules.brokenBy(settings));
        }
        List<Fault> fatal = reader.faults.stream()
                .filter(fault -> production || fault.stopsDevelopment())
                .toList();
        if (!fatal.isEmpty()) {
            throw new InvalidSettingsException(fatal);
        }
        reader.faults.forEach(warn);
        return settings;
    }

    private ServerSettings settings() {
        return new ServerSettings(
                mode(),
                value(ServerSchema.HOME),
                new HttpSettings(
                        value(ServerSchema.HTTP_HOST), value(ServerSchema.HTTP_PORT), value(ServerSchema.DEADLINE)),
                web(),
                LimitSettings.policy(this::value, this::value),
                database(),
                pool(),
                auth(),
                optional(ServerSchema.IMPORT_PRESETS),
                chat(),
                guardrails(),
                market(),
                value(ServerSchema.RECONCILE_EVERY));
    }

    /** A mode that cannot be read counts as production, so that nothing passes that should not. */
    private Mode mode() {
        return optional(ServerSchema.MODE).orElse("production").equals("development")
                ? Mode.DEVELOPMENT
                : Mode.PRODUCTION;
    }

    private WebSettings web() {
        WebSettings web = new WebSettings(
                Set.copyOf(valueOrNothing(ServerSchema.CORS_ORIGINS)),
                value(ServerSchema.WITHHELD_HEADER),
                valueOrNothing(ServerSchema.TRUSTED_PROXIES),
                value(ServerSchema.TLS_REMEMBERED),
                value(ServerSchema.TLS_PRELOAD));
        if (text(ServerSchema.CORS_ORIGINS)
                .filter(SettingsReader::isEveryOrigin)
                .isPresent()) {
            add(
                    FaultClass.PERMISSIVE_BROWSER,
                    ServerSchema.CORS_ORIGINS,
                    "must name every origin exactly: a wildcard or null would let any page of the world in");
        }
        if (!web.origins().isEmpty() && web.withheldHeader().equals(ServerSchema.WITHHELD)) {
            missing(
                    ServerSchema.WITHHELD_HEADER,
                    "must be X-Withheld where " + ServerSchema.CORS_ORIGINS.name() + " is set");
        }
        if (web.tlsPreload() && web.tlsRemembered().compareTo(TransportPolicy.YEAR) < 0) {
            malformed(ServerSchema.TLS_REMEMBERED, "must be P365D or longer where preloading is asked for");
        }
        return web;
    }

    private static boolean isEveryOrigin(String origins) {
        return origins.contains("*")
                || Stream.of(origins.split(",", -1))
                        .anyMatch(origin -> origin.strip().equals("null"));
    }

    /** A list that may be empty. */
    private <T> List<T> valueOrNothing(Setting<List<T>> setting) {
        return optional(setting).orElse(List.of());
    }

    private Optional<ExternalDatabase> database() {
        Optional<String> url = optional(ServerSchema.DATABASE_URL);
        if (url.isEmpty()) {
            for (Setting<String> lonely : List.of(ServerSchema.DATABASE_USERNAME, ServerSchema.DATABASE_PASSWORD)) {
                optional(lonely)
                        .ifPresent(value ->
                                missing(ServerSchema.DATABASE_URL, "is missing, though " + lonely.name() + " is set"));
            }
            return Optional.empty();
        }
        return Optional.of(new ExternalDatabase(
                url.get(),
                required(ServerSchema.DATABASE_USERNAME),
                new Secret(required(ServerSchema.DATABASE_PASSWORD))));
    }

    private PoolSettings pool() {
        int minimum = value(ServerSchema.POOL_MINIMUM);
        int maximum = value(ServerSchema.POOL_MAXIMUM);
        if (minimum > maximum) {
            malformed(ServerSchema.POOL_MINIMUM, "must not be above " + ServerSchema.POOL_MAXIMUM.name());
        }
        return new PoolSettings(
                minimum,
                maximum,
                value(ServerSchema.CONNECTION_TIMEOUT),
                value(ServerSchema.STATEMENT_TIMEOUT),
                value(ServerSchema.LOCK_TIMEOUT),
                value(ServerSchema.LEAK_DETECTION));
    }

    private AuthSettings auth() {
        String jwksUrl = value(ServerSchema.JWKS_URL);
        return new AuthSettings(
                required(ServerSchema.ISSUER),
                required(ServerSchema.AUDIENCE),
                jwksUrl,
                value(ServerSchema.ALGORITHM),
                value(ServerSchema.MAX_TOKEN_LIFETIME),
                AuthSettings.SecureCookie.valueOf(
                        value(ServerSchema.SECURE_COOKIE).toUpperCase(Locale.ROOT)),
                !jwksUrl.equals(value(ServerSchema.OWN_JWKS_URL)),
                value(ServerSchema.MASTER_KEY_FILE),
                optional(ServerSchema.BREACHED_PASSWORDS_FILE)
                        .<BreachedPasswords>map(list -> list)
                        .orElse(BreachedPasswords.NONE),
                value(ServerSchema.KEY_ROTATION),
                value(ServerSchema.ROLES_CLAIM),
                value(ServerSchema.ROLE_MAPPING));
    }

    private GuardrailSettings guardrails() {
        return new GuardrailSettings(
                GroundingPolicy.valueOf(constant(value(ServerSchema.CHAT_GROUNDING))),
                new AdvicePolicy(
                        AdvicePolicy.Mode.valueOf(constant(value(ServerSchema.CHAT_ADVICE))),
                        optional(ServerSchema.CHAT_JURISDICTION).orElse(null),
                        optional(ServerSchema.CHAT_DISCLAIMER).orElse(null)),
                new LanguagePolicy(optional(ServerSchema.CHAT_LANGUAGES).orElse(List.of()).stream()
                        .flatMap(code -> Language.withCode(code).stream())
                        .toList()));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private ChatSettings chat() {
        List<ChatSettings.Provider> providers = ChatSchema.PROVIDERS.stream()
                .flatMap(one -> provider(one).stream())
                .toList();
        List<String> known = new ArrayList<>(
                providers.stream().map(one -> one.format().code()).toList());
        known.add(BuiltInAnalystModel.ID);
        Map<ModelTask, List<String>> routes = new EnumMap<>(ModelTask.class);
        ChatSchema.ROUTES.forEach((task, setting) -> routes.put(task, route(setting, known)));
        return new ChatSettings(
                providers,
                routes,
                new PriceList(
                        value(ChatSchema.CURRENCY), optional(ChatSchema.PRICES).orElse(Map.of())));
    }

    private List<String> route(Setting<List<String>> setting, List<String> known) {
        List<String> route = optional(setting).filter(stops -> !stops.isEmpty()).orElse(known);
        if (!known.containsAll(route)) {
            missing(setting, "names a provider that is not set");
            return known;
        }
        return route;
    }

    private Optional<ChatSettings.Provider> provider(ChatSchema.Provider schema) {
        Optional<Secret> key = optional(schema.apiKey()).map(Secret::new);
        Optional<String> model = optional(schema.model());
        Optional<String> baseUrl = optional(schema.baseUrl());
        if (schema.baseUrl().standard() == null && baseUrl.isEmpty()) {
            if (key.isPresent() || model.isPresent()) {
                missing(schema.baseUrl(), "is missing, though a key or a model is set");
            }
            return Optional.empty();
        }
        if (schema.baseUrl().standard() != null && model.isEmpty()) {
            if (key.isPresent()) {
                missing(schema.model(), "is missing, though a key is set");
            }
            return Optional.empty();
        }
        return Optional.of(new ChatSettings.Provider(
                schema.format(),
                baseUrl.orElseGet(() -> value(schema.baseUrl())),
                key,
                required(schema.model()),
                value(schema.timeout()),
                value(schema.retries()),
                value(schema.concurrent()),
                value(schema.longestReply())));
    }

    private MarketSettings market() {
        Duration every = value(MarketSchema.REFRESH_EVERY);
        List<Symbol> refreshed = valueOrNothing(MarketSchema.REFRESHED);
        Optional<MarketSettings.Provider> provider = marketDataProvider();
        if (!every.isZero() && refreshed.isEmpty()) {
            missing(MarketSchema.REFRESHED, "is missing, though " + MarketSchema.REFRESH_EVERY.name() + " is set");
        }
        if (!every.isZero() && provider.isEmpty()) {
            missing(MarketSchema.BASE_URL, "is missing, though " + MarketSchema.REFRESH_EVERY.name() + " is set");
        }
        return new MarketSettings(value(MarketSchema.STALE_AFTER), provider, every, refreshed);
    }

    private Optional<MarketSettings.Provider> marketDataProvider() {
        Optional<String> baseUrl = optional(MarketSchema.BASE_URL);
        if (baseUrl.isEmpty()) {
            optional(MarketSchema.API_KEY)
                    .ifPresent(key -> missing(
                            MarketSchema.BASE_URL, "is missing, though " + MarketSchema.API_KEY.name() + " is set"));
            return Optional.empty();
        }
        return Optional.of(new MarketSettings.Provider(
                baseUrl.get(),
                new Secret(required(MarketSchema.API_KEY)),
                optional(MarketSchema.SYMBOLS).orElse(Map.of()),
                value(MarketSchema.REMEMBERED)));
    }

    /** The value of a setting that has a default; where the value is at fault, the default stands in until all are named. */
    private <T> T value(Setting<T> setting) {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            missing(setting, "is missing");
        }
        return text.flatMap(given -> parsed(setting, given)).orElseGet(() -> standIn(setting));
    }

    private static <T> T standIn(Setting<T> setting) {
        String standard = setting.standard();
        if (standard == null) {
            throw new IllegalStateException(setting.name() + " has no default; read it as optional or required");
        }
        return setting.kind().parse().apply(expanded(standard));
    }

    /** The source does this for values that it has; here for one that it has not. */
    private static String expanded(String standard) {
        return EXPRESSION
                .matcher(standard)
                .replaceAll(found -> Matcher.quoteReplacement(ServerSchema.all().stream()
                        .filter(other -> other.name().equals(found.group(1)))
                        .findFirst()
                        .map(Setting::standard)
                        .map(SettingsReader::expanded)
                        .orElse("unknown")));
    }

    private <T> Optional<T> optional(Setting<T> setting) {
        return text(setting).flatMap(given -> parsed(setting, given));
    }

    private String required(Setting<String> setting) {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            missing(setting, "is missing");
        }
        return text.flatMap(given -> parsed(setting, given)).orElse("");
    }

    private Optional<String> text(Setting<?> setting) {
        return source.apply(setting.name()).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> parsed(Setting<T> setting, String text) {
        if (CONTROL.matcher(text).find()) {
            malformed(setting, "contains a control character");
            return Optional.empty();
        }
        try {
            return Optional.of(setting.kind().parse().apply(text));
        } catch (IllegalArgumentException malformed) {
            malformed(setting, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private void missing(Setting<?> setting, String what) {
        add(FaultClass.MISSING_VALUE, setting, what);
    }

    private void malformed(Setting<?> setting, String what) {
        add(FaultClass.UNKNOWN_OR_MALFORMED, setting, what);
    }

    /** Asked for twice, a setting is still at fault once. */
    private void add(FaultClass kind, Setting<?> setting, String what) {
        Fault fault = Fault.of(kind, setting.name() + " " + what + ".");
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
