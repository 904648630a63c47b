package io.quantumleap.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quantumleap.chat.cost.Price;
import io.quantumleap.chat.model.ModelTask;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsReaderTest {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> properties = new HashMap<>(defaults());
    private final List<Fault> warnings = new ArrayList<>();
    private Surroundings surroundings = new Surroundings(Map.of(), Map.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void hasADefaultForEverythingInDevelopment() {
        ServerSettings settings = read();

        assertThat(settings.mode()).isEqualTo(Mode.DEVELOPMENT);
        assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".quantumleap"));
        assertThat(settings.http()).isEqualTo(new HttpSettings("localhost", 9080, Duration.ofMinutes(1)));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.chat().providers()).isEmpty();
        assertThat(settings.chat().routes()).containsEntry(ModelTask.CHAT, List.of("built-in"));
        assertThat(settings.auth().algorithm()).isEqualTo("ES256");
        assertThat(settings.auth().issuer()).isEqualTo("http://localhost:9080");
        assertThat(settings.auth().maxTokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.auth().foreignIssuer()).isFalse();
    }

    @Test
    void followsThePortInEveryAddressOfItsOwn() {
        properties.put("quantumleap.http.port", "9191");

        assertThat(read().auth().issuer()).isEqualTo("http://localhost:9191");
        assertThat(read().auth().jwksUrl()).isEqualTo("http://localhost:9191/api/auth/jwks");
        assertThat(read().auth().foreignIssuer()).isFalse();
    }

    @Test
    void knowsAForeignIssuerByItsKeySet() {
        properties.put("quantumleap.auth.jwks-url", "https://login.example.org/keys");

        assertThat(read().auth().foreignIssuer()).isTrue();
    }

    @Test
    void takesADatabaseServer() {
        databaseServer("jdbc:postgresql://db.example.org/quantumleap");

        assertThat(read().database()).hasValueSatisfying(database -> {
            assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example.org/quantumleap");
            assertThat(database.password().value()).isEqualTo("correct horse battery");
        });
    }

    @Test
    void refusesAListOfBreachedPasswordsThatCannotBeSearched() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "password1\npassword2\n");
        properties.put("quantumleap.auth.breached-passwords-file", list.toString());

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining("quantumleap.auth.breached-passwords-file names a file whose lines are not");
    }

    @Test
    void readsTheDatabasePasswordAgainWhileItRuns() {
        properties.put("quantumleap.database.password", " second \n");
        assertThat(SettingsReader.databasePassword(name -> Optional.ofNullable(properties.get(name))))
                .contains(new Secret("second"));

        properties.put("quantumleap.database.password", "");
        assertThat(SettingsReader.databasePassword(name -> Optional.ofNullable(properties.get(name))))
                .isEmpty();
    }

    @Test
    void takesNoWeakPasswordForAnotherInProduction() {
        production();
        List<Fault> refused = new ArrayList<>();
        SwappedPassword swapped = new SwappedPassword(read(), refused::add);

        assertThat(swapped.isGood(new Secret("changeme"))).isFalse();
        assertThat(swapped.isGood(new Secret("changeme"))).isFalse();
        assertThat(swapped.isGood(new Secret("too short"))).isFalse();
        assertThat(swapped.isGood(new Secret("another horse, another battery"))).isTrue();

        assertThat(refused).hasSize(2).allSatisfy(fault -> assertThat(fault.toString())
                .contains("quantumleap.database.password")
                .doesNotContain("changeme"));
    }

    @Test
    void takesAnyPasswordForAnotherInDevelopment() {
        SwappedPassword swapped = new SwappedPassword(read(), fault -> {
            throw new AssertionError(fault);
        });

        assertThat(swapped.isGood(new Secret("changeme"))).isTrue();
    }

    @Test
    void routesToTheProvidersThatAreSet() {
        properties.put("quantumleap.chat.openai.base-url", "https://models.example.org/v1");
        properties.put("quantumleap.chat.openai.model", "large");
        properties.put("quantumleap.chat.anthropic.model", "wise");
        properties.put("quantumleap.chat.anthropic.timeout", "PT5S");
        properties.put("quantumleap.chat.route.summary", "anthropic");
        properties.put("quantumleap.chat.prices", "large=2.5/10, wise*=3/15");

        ChatSettings chat = read().chat();

        assertThat(chat.providers())
                .extracting(one -> one.format().code(), ChatSettings.Provider::baseUrl, ChatSettings.Provider::timeout)
                .containsExactly(
                        tuple("openai", "https://models.example.org/v1", Duration.ofSeconds(60)),
                        tuple("anthropic", "https://api.anthropic.com/v1", Duration.ofSeconds(5)));
        assertThat(chat.routes())
                .containsEntry(ModelTask.CHAT, List.of("openai", "anthropic", "built-in"))
                .containsEntry(ModelTask.SUMMARY, List.of("anthropic"));
        assertThat(chat.prices().of("wise-2")).contains(new Price(new BigDecimal("3"), new BigDecimal("15")));
        assertThat(chat.prices().of("unheard-of")).isEmpty();
    }

    @Test
    void neverShowsASecret() {
        databaseServer("jdbc:postgresql://db.example.org/quantumleap");
        properties.put("quantumleap.chat.openai.base-url", "https://models.example.org/v1");
        properties.put("quantumleap.chat.openai.model", "large");
        properties.put("quantumleap.chat.openai.api-key", "sk-very-secret");

        assertThat(read().toString()).doesNotContain("sk-very-secret", "correct horse battery");
    }

    @ParameterizedTest
    @CsvSource({
        "quantumleap.mode, produktion, must be development or production",
        "quantumleap.http.port, 0, must be from 1 to 65535",
        "quantumleap.http.port, 70000, must be from 1 to 65535",
        "quantumleap.http.port, http, must be a whole number",
        "quantumleap.http.host, *, must be a host name",
        "quantumleap.http.host, a/b, must be a host name",
        "quantumleap.database.url, jdbc:h2:mem:x, must start with jdbc:postgresql:",
        "quantumleap.database.password, lonely, 'is missing, though quantumleap.database.password is set'",
        "quantumleap.database.pool.minimum, 99, must not be above",
        "quantumleap.database.statement-timeout, 30, must be a duration",
        "quantumleap.database.statement-timeout, PT0S, must be longer than nothing",
        "quantumleap.database.lock-timeout, -PT5S, must be from",
        "quantumleap.auth.algorithm, HS256, must be ES256 or RS256",
        "quantumleap.auth.algorithm, none, must be ES256 or RS256",
        "quantumleap.auth.jwks-url, ftp://keys, must be an http or https URL",
        "quantumleap.auth.audience, ' ', is missing",
        "quantumleap.chat.openai.api-key, sk-1, 'is missing, though a key or a model is set'",
    })
    void namesTheSettingAtFault(String name, String value, String fault) {
        properties.put(name, value);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining(fault)
                .withMessageContaining("quantumleap.");
    }

    @Test
    void namesAllFaultsAtOnceAndNoValue() {
        properties.put("quantumleap.http.port", "secret-by-mistake");
        properties.put("quantumleap.auth.algorithm", "HS256");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining("quantumleap.http.port")
                .withMessageContaining("quantumleap.auth.algorithm")
                .withMessageNotContaining("secret-by-mistake");
    }

    @Test
    void refusesEveryUnsafeDefaultInProduction() {
        properties.put("quantumleap.mode", "production");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining("embedded database is refused")
                .withMessageContaining("quantumleap.auth.issuer must be an https URL");
    }

    @Test
    void startsInProductionWhenNothingIsUnsafe() {
        production();

        assertThat(read().mode()).isEqualTo(Mode.PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource({
        "quantumleap.database.password, short, at least 12 characters",
        "quantumleap.database.url, jdbc:postgresql://db.example.org/q, must be encrypted",
        "quantumleap.database.url, jdbc:postgresql://db.example.org/q?sslmode=prefer, must be encrypted",
        "quantumleap.database.url, jdbc:postgresql://localhost.example.org/q, must be encrypted",
        "quantumleap.auth.issuer, http://quantum.example.org, must be an https URL",
        "quantumleap.auth.jwks-url, http://login.example.org/keys, must be an https URL",
        "quantumleap.chat.openai.base-url, http://models.example.org/v1, must be an https URL",
        "quantumleap.database.password, Change-Me-123!, well-known default",
        "quantumleap.database.password, quantumleap, well-known default",
        "quantumleap.database.password, ababababababab, the same few again and again",
        "quantumleap.chat.openai.api-key, your-api-key, must not be a placeholder",
        "quantumleap.auth.secure-cookie, never, must not be never",
    })
    void refusesWhatIsUnsafeInProduction(String name, String value, String fault) {
        production();
        properties.put(name, value);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "quantumleap.database.url, jdbc:postgresql://127.0.0.1:5432/q",
        "quantumleap.database.url, jdbc:postgresql:q",
        "quantumleap.database.url, jdbc:postgresql://db/q?ApplicationName=x&sslmode=require",
        "quantumleap.chat.openai.base-url, http://localhost:11434/v1",
    })
    void allowsWhatStaysOnThisMachineOrIsEncrypted(String name, String value) {
        production();
        properties.put(name, value);

        assertThat(read().mode()).isEqualTo(Mode.PRODUCTION);
    }

    @Test
    void refusesControlCharactersInAValue() {
        properties.put("quantumleap.auth.audience", "one\r\nSet-Cookie: two");

        assertThat(classesOfFault()).containsExactly(FaultClass.UNKNOWN_OR_MALFORMED);
    }

    /** The seven classes that the documentation publishes, each by an example; production refuses all of them. */
    @ParameterizedTest
    @EnumSource(FaultClass.class)
    void refusesEveryPublishedClassOfFaultInProduction(FaultClass kind) throws IOException {
        production();
        switch (kind) {
            case WEAK_SECRET -> properties.put("quantumleap.database.password", "postgres");
            case MISSING_VALUE -> properties.remove("quantumleap.database.username");
            case PLAIN_TEXT_URL -> properties.put("quantumleap.auth.issuer", "http://quantum.example.org");
            case PERMISSIVE_BROWSER -> properties.put("quantumleap.auth.secure-cookie", "never");
            case DEVELOPMENT_ONLY ->
                surroundings = new Surroundings(Map.of(), Map.of(), List.of("-agentlib:jdwp=transport=dt_socket"));
            case UNKNOWN_OR_MALFORMED ->
                surroundings = new Surroundings(Map.of(), Map.of("QUANTUMLEAP_DATABSE_URL", "x"), List.of());
            case UNSAFE_SECRET_FILE -> surroundings = secretFile("rw-r--r--");
        }

        assertThat(classesOfFault()).containsExactly(kind);
    }

    @Test
    void warnsOfAnUnknownNameInDevelopmentAndGoesOn() {
        surroundings = new Surroundings(
                Map.of("quantumleap.http.prot", "9080"), Map.of("QUANTUMLEAP_DATABSE_URL", "x"), List.of());

        assertThat(read().mode()).isEqualTo(Mode.DEVELOPMENT);
        assertThat(warnings)
                .extracting(Fault::toString)
                .anyMatch(line -> line.contains("quantumleap.http.prot"))
                .anyMatch(line -> line.contains("QUANTUMLEAP_DATABSE_URL"));
    }

    @Test
    void refusesASecretFileThatIsNotThereInEveryMode() {
        surroundings = new Surroundings(
                Map.of(),
                Map.of(
                        "QUANTUMLEAP_DATABASE_PASSWORD_FILE",
                        folder.resolve("missing").toString()),
                List.of());

        assertThat(classesOfFault()).containsExactly(FaultClass.UNSAFE_SECRET_FILE);
    }

    @Test
    void acceptsASecretFileOfItsOwner() throws IOException {
        production();
        surroundings = secretFile("rw-------");

        assertThat(read().mode()).isEqualTo(Mode.PRODUCTION);
        assertThat(warnings).isEmpty();
    }

    private List<FaultClass> classesOfFault() {
        try {
            read();
            return List.of();
        } catch (InvalidSettingsException refused) {
            return refused.faults().stream().map(Fault::kind).toList();
        }
    }

    private Surroundings secretFile(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "correct horse battery");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return new Surroundings(Map.of(), Map.of("QUANTUMLEAP_DATABASE_PASSWORD_FILE", file.toString()), List.of());
    }

    private void production() {
        properties.put("quantumleap.mode", "production");
        databaseServer("jdbc:postgresql://db.example.org/quantumleap?sslmode=verify-full");
        properties.put("quantumleap.auth.issuer", "https://quantum.example.org");
        properties.put("quantumleap.chat.openai.base-url", "https://models.example.org/v1");
        properties.put("quantumleap.chat.openai.model", "large");
    }

    private void databaseServer(String url) {
        properties.put("quantumleap.database.url", url);
        properties.put("quantumleap.database.username", "quantumleap");
        properties.put("quantumleap.database.password", "correct horse battery");
    }

    private ServerSettings read() {
        return SettingsReader.read(
                name -> Optional.ofNullable(properties.get(name)).map(this::expanded), surroundings, warnings::add);
    }

    /** The server expands expressions in the defaults; here the few lines that it takes. */
    private String expanded(String value) {
        Matcher expression = EXPRESSION.matcher(value);
        return expression.find()
                ? expanded(expression.replaceFirst(Matcher.quoteReplacement(
                        properties.getOrDefault(expression.group(1), System.getProperty(expression.group(1))))))
                : value;
    }

    private static Map<String, String> defaults() {
        SchemaDefaults schema = new SchemaDefaults();
        Map<String, String> all = new HashMap<>();
        schema.getPropertyNames().forEach(name -> all.put(name, schema.getValue(name)));
        return all;
    }
}
