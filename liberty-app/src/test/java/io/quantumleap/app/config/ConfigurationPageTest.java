package io.quantumleap.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    /** To write the page instead: {@code -Dquantumleap.docs.write=true}. */
    @Test
    void saysWhatTheSchemaSays() throws IOException {
        if (Boolean.getBoolean("quantumleap.docs.write")) {
            ConfigurationPage.write(PAGE);
        }

        assertThat(PAGE).content().isEqualTo(ConfigurationPage.text());
    }

    @Test
    void publishesSevenClassesOfFault() {
        assertThat(FaultClass.values()).hasSize(7);
        assertThat(ConfigurationPage.text()).contains("`weak-secret`", "`unsafe-secret-file`");
    }

    @Test
    void agreesWithTheServerFileAboutWhereToListen() throws IOException {
        String server = Files.readString(Path.of("src", "main", "liberty", "config", "server.xml"));

        assertThat(server)
                .contains("<variable name=\"quantumleap.http.port\" defaultValue=\"" + ServerSchema.HTTP_PORT.standard()
                        + "\"/>")
                .contains("<variable name=\"quantumleap.http.host\" defaultValue=\"" + ServerSchema.HTTP_HOST.standard()
                        + "\"/>");
    }
}
