package io.quantumleap.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns the properties named {@code quantumleap.…} into {@link ServerSettings}, and names every fault at once. */
public final class SettingsReader {

    private static final String PREFIX = "quantumleap.";
    private static final Set<String> ALGORITHMS = Set.of("ES256", "RS256");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Function<String, Optional<String>> source;
    private final List<String> faults = new ArrayList<>();

    private SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * Reads the settings.
     *
     * @param source gives the value of a property by its name; defaults are part of it
     * @throws InvalidSettingsException naming every setting at fault
     */
    public static ServerSettings read(Function<String, Optional<String>> source) {
        SettingsReader reader = new SettingsReader(source);
        ServerSettings settings = reader.settings();
        if (settings.mode() == Mode.PRODUCTION) {
            reader.faults.addAll(ProductionRules.brokenBy(settings));
        }
        if (!reader.faults.isEmpty()) {
            throw new InvalidSettingsException(reader.faults);
        }
        return settings;
    }

    private ServerSettings settings() {
        return new ServerSettings(mode(), home(), http(), database(), pool(), auth(), chatModel());
    }

    private Mode mode() {
        String text = text("mode");
        return switch (text) {
            case "development" -> Mode.DEVELOPMENT;
            case "production" -> Mode.PRODUCTION;
            default -> fault("mode", "must be development or production", Mode.PRODUCTION);
        };
    }

    private Path home() {
        String text = text("home");
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            return fault("home", "is not a path", Path.of(""));
        }
    }

    private HttpSettings http() {
        String host = text("http.host");
        if (!HOST.matcher(host).matches()) {
            fault("http.host", "must be a host name or an IPv4 address (0.0.0.0 for all)", host);
        }
        return new HttpSettings(host, whole("http.port", 1, 65_535));
    }

    private Optional<ExternalDatabase> database() {
        Optional<String> url = optional("database.url");
        if (url.isEmpty()) {
            List.of("database.username", "database.password").forEach(name -> optional(name)
                    .ifPresent(value -> fault(name, "is set, but " + PREFIX + "database.url is not", value)));
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            fault("database.url", "must start with jdbc:postgresql:", "");
        }
        return Optional.of(new ExternalDatabase(
                url.get(), required("database.username"), new Secret(required("database.password"))));
    }

    private PoolSettings pool() {
        int minimum = whole("database.pool.minimum", 0, 1_000);
        int maximum = whole("database.pool.maximum", 1, 1_000);
        if (minimum > maximum) {
            fault("database.pool.minimum", "must not be above " + PREFIX + "database.pool.maximum", minimum);
        }
        return new PoolSettings(
                minimum,
                maximum,
                positive("database.connection-timeout"),
                positive("database.statement-timeout"),
                positive("database.lock-timeout"),
                duration("database.leak-detection"));
    }

    private AuthSettings auth() {
        String algorithm = text("auth.algorithm");
        if (!ALGORITHMS.contains(algorithm)) {
            fault("auth.algorithm", "must be ES256 or RS256", algorithm);
        }
        String jwksUrl = url("auth.jwks-url", text("auth.jwks-url"));
        return new AuthSettings(
                required("auth.issuer"),
                required("auth.audience"),
                jwksUrl,
                algorithm,
                positive("auth.max-token-lifetime"),
                !jwksUrl.equals(text("auth.own-jwks-url")));
    }

    private Optional<ChatModelSettings> chatModel() {
        Optional<Secret> key = optional("chat.openai.api-key").map(Secret::new);
        Optional<String> model = optional("chat.openai.model");
        Optional<String> baseUrl = optional("chat.openai.base-url");
        if (baseUrl.isEmpty()) {
            if (key.isPresent() || model.isPresent()) {
                fault("chat.openai.base-url", "is missing, though a key or a model is set", "");
            }
            return Optional.empty();
        }
        return Optional.of(
                new ChatModelSettings(url("chat.openai.base-url", baseUrl.get()), key, required("chat.openai.model")));
    }

    private String required(String name) {
        return optional(name).orElseGet(() -> fault(name, "is missing", ""));
    }

    private String text(String name) {
        return optional(name).orElse("");
    }

    private Optional<String> optional(String name) {
        return source.apply(PREFIX + name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private int whole(String name, int least, int most) {
        try {
            int value = Integer.parseInt(text(name));
            return value >= least && value <= most
                    ? value
                    : fault(name, "must be from " + least + " to " + most, least);
        } catch (NumberFormatException notANumber) {
            return fault(name, "must be a whole number from " + least + " to " + most, least);
        }
    }

    private Duration positive(String name) {
        Duration value = duration(name);
        return value.isZero() ? fault(name, "must be longer than nothing", Duration.ofSeconds(1)) : value;
    }

    private Duration duration(String name) {
        try {
            Duration value = Duration.parse(text(name));
            return value.isNegative() || value.compareTo(LONGEST) > 0
                    ? fault(name, "must be from PT0S to PT24H", Duration.ofSeconds(1))
                    : value;
        } catch (DateTimeParseException notADuration) {
            return fault(name, "must be a duration such as PT30S", Duration.ofSeconds(1));
        }
    }

    private String url(String name, String text) {
        try {
            String scheme = new URI(text).getScheme();
            return scheme != null && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    ? text
                    : fault(name, "must be an http or https URL", text);
        } catch (URISyntaxException notAUrl) {
            return fault(name, "is not a URL", text);
        }
    }

    private <T> T fault(String name, String what, T standIn) {
        faults.add(PREFIX + name + " " + what + ".");
        return standIn;
    }
}
