package io.quantumleap.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/configuration.md} from the schema; a test compares the two. */
public final class ConfigurationPage {

    private static final String HEAD = """
            # Configuration

            Generated from the schema in `io.quantumleap.app.config.ServerSchema`; a test fails when the two differ. To write this page anew:
            `./mvnw -q -pl liberty-app -am test -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dquantumleap.docs.write=true`.

            ## Sources

            The first of these that has a value wins:

            1. the system property of the name in the table;
            2. for a secret, the file that the environment variable of the name with `_FILE` names, such as
               `QUANTUMLEAP_DATABASE_PASSWORD_FILE=/run/secrets/database`;
            3. the environment variable: `quantumleap.http.port` is `QUANTUMLEAP_HTTP_PORT`;
            4. the properties file that `QUANTUMLEAP_CONFIG_FILE` names;
            5. the default.

            The configuration is read once at start into immutable values, but for secrets that the table says are read again. `GET /api/ops/configuration` shows an administrator every value in
            force and where it is from; of a secret only whether it is set. No secret is ever logged.

            ## Settings

            | setting | form | default | meaning |
            |---|---|---|---|
            """;

    private static final String SECRETS = """

            *Secret* settings have no default, are never shown, and may come from a file that only its reader can read.

            ## Faults

            All faults of a configuration are named at once, one sentence each, and the program ends with status 3. Those that are not marked stop
            the start in production mode only; in development mode they are warnings in the log, or nothing where they are the handy default.

            | class | what | stops development too |
            |---|---|---|
            """;

    private ConfigurationPage() {}

    /** The whole page. */
    static String text() {
        return HEAD
                + ServerSchema.all().stream().map(ConfigurationPage::row).collect(Collectors.joining())
                + SECRETS
                + Stream.of(FaultClass.values()).map(ConfigurationPage::row).collect(Collectors.joining());
    }

    /** Writes the page. */
    static void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    private static String row(Setting<?> setting) {
        String standard = setting.standard();
        return "| `" + setting.name() + "` | "
                + (setting.secret() ? "*secret* " : "")
                + setting.kind().words() + " | "
                + (standard == null ? "none" : standard.isEmpty() ? "empty" : "`" + standard + "`") + " | "
                + setting.meaning()
                + (setting.read() == Setting.Read.WHILE_RUNNING ? "; read again while the server runs" : "") + " |\n";
    }

    private static String row(FaultClass fault) {
        return "| `" + fault.code() + "` | " + fault.meaning() + " | " + (fault.isAlwaysFatal() ? "yes" : "no")
                + " |\n";
    }
}
