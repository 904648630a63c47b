package io.quantumleap.app.config;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.security.BreachedPasswordFile;
import io.quantumleap.app.config.Setting.Read;
import io.quantumleap.chat.guardrail.Language;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.headers.Origin;
import io.quantumleap.security.limit.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The schema of the configuration: every setting that the server knows, and no other. */
public final class ServerSchema {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /** Also the default in server.xml. */
    static final String WITHHELD = "Access-Control-Allow-Origin";

    static final Setting<String> MODE = Setting.of(
            "quantumleap.mode",
            Kinds.oneOf("development", "production"),
            "development",
            "`production` refuses what is unsafe for other people's money");
    static final Setting<Path> HOME = Setting.of(
            "quantumleap.home",
            Kinds.path(),
            "${user.home}/.quantumleap",
            "the folder for the embedded database, generated keys and `first-sign-in`");
    static final Setting<Path> CONFIG_FILE = Setting.without(
            "quantumleap.config.file",
            Kinds.path(),
            "a properties file with more settings; only its environment variable is looked at");

    static final Setting<String> HTTP_HOST = Setting.of(
            "quantumleap.http.host",
            Kinds.host(),
            "localhost",
            "where the server listens; `0.0.0.0` for all addresses");
    static final Setting<Integer> HTTP_PORT =
            Setting.of("quantumleap.http.port", Kinds.whole(1, 65_535), "9080", "the port");

    static final Setting<Duration> RECONCILE_EVERY = Setting.of(
            "quantumleap.ledger.reconcile-every",
            Kinds.duration(Duration.ZERO, DAY),
            "PT24H",
            "how often every ledger is worked out again and compared with what is stored; `PT24H` is at two at night in UTC, `PT0S` never. Of several instances on one database one does it");
    static final Setting<Duration> DEADLINE = Setting.of(
            "quantumleap.http.deadline",
            Kinds.duration(MILLISECOND, DAY),
            "PT1M",
            "how long a request may take: after it no unit of work begins, and no statement in the database runs past it");
    static final Setting<List<Network>> TRUSTED_PROXIES = Setting.of(
            "quantumleap.http.trusted-proxies",
            Kinds.list(Kinds.checked("address or network such as 10.0.0.0/8", Network::parse)),
            "",
            "the proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; nobody's otherwise");
    static final Setting<List<Origin>> CORS_ORIGINS = Setting.of(
            "quantumleap.http.cors-origins",
            Kinds.list(Kinds.checked("exact origin such as https://desk.example.org", Origin::new)),
            "",
            "the other origins whose pages may use the API with a token of their own; none otherwise");
    static final Setting<String> WITHHELD_HEADER = Setting.of(
            "quantumleap.http.withheld-header",
            Kinds.oneOf(WITHHELD, "X-Withheld"),
            WITHHELD,
            "the header field that the server takes out of every answer, since its metrics would let every page read them;"
                    + " `X-Withheld` is needed with `quantumleap.http.cors-origins`, and then `/metrics` is to be closed at"
                    + " the proxy");
    static final Setting<Duration> TLS_REMEMBERED = Setting.of(
            "quantumleap.http.tls-remembered",
            Kinds.duration(Duration.ZERO, Duration.ofDays(3_650)),
            "P730D",
            "how long browsers remember to use TLS (HSTS); a year or longer in production");
    static final Setting<Boolean> TLS_PRELOAD = Setting.of(
            "quantumleap.http.tls-preload",
            Kinds.truth(),
            "false",
            "whether the domain asks to be built into browsers as one with TLS, which is hard to take back");

    static final Setting<String> DATABASE_URL = Setting.without(
            "quantumleap.database.url",
            Kinds.postgresql(),
            "a PostgreSQL server, as `jdbc:postgresql://host:5432/name`; without it the embedded one");
    static final Setting<String> DATABASE_USERNAME =
            Setting.without("quantumleap.database.username", Kinds.text(), "its role; needed with the URL");
    static final Setting<String> DATABASE_PASSWORD = Setting.secret(
            "quantumleap.database.password", Kinds.text(), Read.WHILE_RUNNING, "its password; needed with the URL");
    static final Setting<Integer> POOL_MINIMUM = Setting.of(
            "quantumleap.database.pool.minimum", Kinds.whole(0, 1_000), "2", "connections kept open when nobody asks");
    static final Setting<Integer> POOL_MAXIMUM =
            Setting.of("quantumleap.database.pool.maximum", Kinds.whole(1, 1_000), "10", "connections at most");
    static final Setting<Duration> CONNECTION_TIMEOUT = Setting.of(
            "quantumleap.database.connection-timeout",
            Kinds.duration(MILLISECOND, DAY),
            "PT5S",
            "how long a request waits for a free connection");
    static final Setting<Duration> STATEMENT_TIMEOUT = Setting.of(
            "quantumleap.database.statement-timeout",
            Kinds.duration(MILLISECOND, DAY),
            "PT30S",
            "how long one statement may run");
    static final Setting<Duration> LOCK_TIMEOUT = Setting.of(
            "quantumleap.database.lock-timeout",
            Kinds.duration(MILLISECOND, DAY),
            "PT10S",
            "how long one statement may wait for a lock");
    static final Setting<Duration> LEAK_DETECTION = Setting.of(
            "quantumleap.database.leak-detection",
            Kinds.noneOrDuration(DatabaseSettings.LEAST_LEAK_DETECTION, DatabaseSettings.MOST_LEAK_DETECTION),
            "PT1M",
            "after which a connection that was not given back is reported; `PT0S` for never");

    static final Setting<String> ISSUER = Setting.of(
            "quantumleap.auth.issuer",
            Kinds.text(),
            "http://${quantumleap.http.host}:${quantumleap.http.port}",
            "who must have issued an access token; in production the https address by which people reach the server");
    static final Setting<String> AUDIENCE =
            Setting.of("quantumleap.auth.audience", Kinds.text(), "quantumleap", "whom it must be for");
    static final Setting<String> ALGORITHM = Setting.of(
            "quantumleap.auth.algorithm",
            Kinds.oneOf("ES256", "RS256"),
            "ES256",
            "the one accepted signature algorithm");
    static final Setting<Duration> MAX_TOKEN_LIFETIME = Setting.of(
            "quantumleap.auth.max-token-lifetime",
            Kinds.duration(MILLISECOND, DAY),
            "PT1H",
            "the longest accepted time between issue and expiry");
    static final Setting<String> OWN_JWKS_URL = Setting.of(
            "quantumleap.auth.own-jwks-url",
            Kinds.url(),
            "http://${quantumleap.http.host}:${quantumleap.http.port}/api/auth/jwks",
            "where this server reaches its own public keys; nobody needs to change it");
    static final Setting<String> JWKS_URL = Setting.of(
            "quantumleap.auth.jwks-url",
            Kinds.url(),
            "${quantumleap.auth.own-jwks-url}",
            "the key set of a foreign OpenID provider, whose tokens are then the only ones that are accepted; behind a proxy"
                    + " it can stay as it is");

    static final Setting<String> SECURE_COOKIE = Setting.of(
            "quantumleap.auth.secure-cookie",
            Kinds.oneOf("auto", "always", "never"),
            "auto",
            "whether the refresh cookie asks for TLS: when the request came over TLS (`never`), `always`, or always in"
                    + " production (`auto`)");

    static final Setting<Path> MASTER_KEY_FILE = Setting.of(
            "quantumleap.auth.master-key-file",
            Kinds.path(),
            "${quantumleap.home}/keys/master.key",
            "the key (32 bytes in base64, mode 600) that encrypts the secrets in the database; made when it is not there;"
                    + " all instances on one database need the same; with more lines, the others still decrypt; looked at"
                    + " again while the server runs");
    static final Setting<BreachedPasswordFile> BREACHED_PASSWORDS_FILE = Setting.without(
            "quantumleap.auth.breached-passwords-file",
            Kinds.checked(
                    "file of SHA-1 digests, one a line, sorted, as Have I Been Pwned publishes them",
                    BreachedPasswordFile::open),
            "passwords that nobody may choose, besides the bundled list of common ones");
    static final Setting<Duration> KEY_ROTATION = Setting.of(
            "quantumleap.auth.key-rotation",
            Kinds.duration(DAY, Duration.ofDays(365)),
            "P30D",
            "how old a signing key becomes before it is replaced");

    static final Setting<String> ROLES_CLAIM = Setting.of(
            "quantumleap.auth.roles-claim",
            Kinds.text(),
            "groups",
            "the claim in which a foreign OpenID provider lists a person's groups");
    static final Setting<Map<String, Role>> ROLE_MAPPING = Setting.of(
            "quantumleap.auth.role-mapping",
            Kinds.roles(),
            "client=client,adviser=adviser,marketing=marketing,operator=operator,admin=admin",
            "which group of a foreign OpenID provider has which role here, as `group=role` with commas between");

    static final Setting<Path> IMPORT_PRESETS = Setting.without(
            "quantumleap.import.presets",
            Kinds.path(),
            "a folder with presets for brokers' files (docs/import.md), one `.json` each, beside the built-in ones");

    static final Setting<String> CHAT_GROUNDING = Setting.of(
            "quantumleap.chat.grounding",
            Kinds.oneOf("correct", "mark", "withhold"),
            "correct",
            "what happens to a sentence that states what cannot be traced (docs/grounding.md)");
    static final Setting<String> CHAT_ADVICE = Setting.of(
            "quantumleap.chat.advice",
            Kinds.oneOf("facts-only", "general-information", "suitable-advice"),
            "facts-only",
            "how far the assistant's answers may go (docs/assistant.md)");
    static final Setting<List<String>> CHAT_LANGUAGES = Setting.without(
            "quantumleap.chat.languages",
            Kinds.list(Kinds.oneOf(
                    Arrays.stream(Language.values()).map(Language::code).toArray(String[]::new))),
            "the languages that questions may be asked in, the preferred one first, such as `en,de`; without it any");
    static final Setting<String> CHAT_JURISDICTION = Setting.without(
            "quantumleap.chat.jurisdiction", Kinds.text(), "whose law the disclaimer names, such as `Germany`");
    static final Setting<String> CHAT_DISCLAIMER = Setting.without(
            "quantumleap.chat.disclaimer", Kinds.text(), "a sentence of your own below every answer of the assistant");

    private ServerSchema() {}

    /** Every setting, in the order of the documentation. */
    public static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                MODE,
                HOME,
                CONFIG_FILE,
                HTTP_HOST,
                HTTP_PORT,
                DEADLINE,
                TRUSTED_PROXIES,
                CORS_ORIGINS,
                WITHHELD_HEADER,
                TLS_REMEMBERED,
                TLS_PRELOAD,
                DATABASE_URL,
                DATABASE_USERNAME,
                DATABASE_PASSWORD,
                POOL_MINIMUM,
                POOL_MAXIMUM,
                CONNECTION_TIMEOUT,
                STATEMENT_TIMEOUT,
                LOCK_TIMEOUT,
                LEAK_DETECTION,
                ISSUER,
                AUDIENCE,
                ALGORITHM,
                MAX_TOKEN_LIFETIME,
                OWN_JWKS_URL,
                JWKS_URL,
                SECURE_COOKIE,
                MASTER_KEY_FILE,
                BREACHED_PASSWORDS_FILE,
                KEY_ROTATION,
                ROLES_CLAIM,
                ROLE_MAPPING,
                IMPORT_PRESETS,
                RECONCILE_EVERY));
        all.addAll(ChatSchema.all());
        all.addAll(List.of(CHAT_GROUNDING, CHAT_ADVICE, CHAT_LANGUAGES, CHAT_JURISDICTION, CHAT_DISCLAIMER));
        all.addAll(MarketSchema.all());
        all.addAll(LimitSettings.all());
        return List.copyOf(all);
    }

    /** The settings whose values are never shown. */
    static List<Setting<?>> secrets() {
        return all().stream().filter(Setting::secret).toList();
    }
}
