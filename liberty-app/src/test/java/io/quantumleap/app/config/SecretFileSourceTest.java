package io.quantumleap.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileSourceTest {

    private static final String VARIABLE = "QUANTUMLEAP_DATABASE_PASSWORD_FILE";
    private static final String PROPERTY = "quantumleap.database.password";

    @TempDir
    private Path folder;

    @Test
    void readsTheSecretFromTheFileWithoutItsLineEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        SecretFileSource source = new SecretFileSource(Map.of(VARIABLE, file.toString()));

        assertThat(source.getValue(PROPERTY)).isEqualTo("from a file");
        assertThat(source.getPropertyNames()).containsExactly(PROPERTY);
    }

    @Test
    void hasNothingToSayAboutOtherProperties() {
        SecretFileSource source =
                new SecretFileSource(Map.of("JAVA_HOME_FILE", "/nowhere", "SSL_CERT_FILE", "/nowhere"));

        assertThat(source.getValue("java.home")).isNull();
        assertThat(source.getValue("ssl.cert")).isNull();
        assertThat(source.getValue(PROPERTY)).isNull();
        assertThat(source.getPropertyNames()).isEmpty();
    }

    @Test
    void leavesAFileThatCannotBeReadToTheCheck() {
        SecretFileSource source =
                new SecretFileSource(Map.of(VARIABLE, folder.resolve("missing").toString()));

        assertThat(source.getValue(PROPERTY)).isNull();
    }

    @Test
    void readsAgainWhatChanged() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "before");
        SecretFileSource source = new SecretFileSource(Map.of(VARIABLE, file.toString()));
        assertThat(source.getValue(PROPERTY)).isEqualTo("before");

        Files.writeString(file, "after");

        assertThat(source.getValue(PROPERTY)).isEqualTo("after");
    }
}
