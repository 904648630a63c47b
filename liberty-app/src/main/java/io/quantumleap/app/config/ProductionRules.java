package io.quantumleap.app.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The defaults that are handy on one's own machine and unsafe for other people's money. */
final class ProductionRules {

    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ENCRYPTED = Pattern.compile("[?&]sslmode=(require|verify-ca|verify-full)(&|$)");
    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("jdbc:postgresql:(//(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*|[^/].*)");

    private final List<String> broken = new ArrayList<>();

    private ProductionRules() {}

    /** One sentence for each rule that the settings break, with what to set instead. */
    static List<String> brokenBy(ServerSettings settings) {
        ProductionRules rules = new ProductionRules();
        rules.checkDatabase(settings);
        rules.checkAuth(settings.auth());
        rules.checkChat(settings);
        return List.copyOf(rules.broken);
    }

    private void checkDatabase(ServerSettings settings) {
        settings.database()
                .ifPresentOrElse(
                        this::checkExternal,
                        () -> broken.add("In production mode the embedded database is refused: set"
                                + " quantumleap.database.url, .username and .password."));
    }

    private void checkExternal(ExternalDatabase database) {
        if (database.password().value().length() < SHORTEST_PASSWORD) {
            broken.add("In production mode quantumleap.database.password must have at least " + SHORTEST_PASSWORD
                    + " characters.");
        }
        if (!ON_THIS_MACHINE.matcher(database.url()).matches()
                && !ENCRYPTED.matcher(database.url()).find()) {
            broken.add("In production mode the way to another machine must be encrypted: add sslmode=verify-full (or"
                    + " verify-ca, require) to quantumleap.database.url.");
        }
    }

    private void checkAuth(AuthSettings auth) {
        if (!isHttps(auth.issuer())) {
            broken.add("In production mode quantumleap.auth.issuer must be an https URL: the address by which people"
                    + " reach this server, or that of the OpenID provider.");
        }
        if (auth.foreignIssuer() && !isHttps(auth.jwksUrl())) {
            broken.add("In production mode quantumleap.auth.jwks-url must be an https URL.");
        }
    }

    private void checkChat(ServerSettings settings) {
        settings.chatModel()
                .filter(model -> !isHttps(model.baseUrl()) && !isOnThisMachine(model.baseUrl()))
                .ifPresent(model -> broken.add("In production mode quantumleap.chat.openai.base-url must be an https"
                        + " URL, since customers' questions go there."));
    }

    private static boolean isHttps(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static boolean isOnThisMachine(String url) {
        String host = URI.create(url).getHost();
        return host != null && LOOPBACK.contains(host);
    }
}
