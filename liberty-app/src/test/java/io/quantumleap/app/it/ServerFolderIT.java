package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a package is made of; a server that ran before must not have left anything in it. */
class ServerFolderIT {

    private static final Path FOLDER = Path.of(
            System.getProperty("quantumleap.it.directory", "target"),
            "liberty",
            "wlp",
            "usr",
            "servers",
            "defaultServer");

    /** What the server's own commands leave beside it, and its packager leaves out. */
    private static final List<String> NEVER_PACKAGED = List.of("workarea/", "logs/");

    @Test
    void holdsTheApplicationAndItsConfigurationAlone() throws IOException {
        assertThat(SharedServer.running().client().get("/health/ready").status())
                .isEqualTo(200);

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "apps/quantumleap.war", "bootstrap.properties", "jvm.options", "server.env", "server.xml");
    }

    @Test
    void holdsNoPassword() throws IOException {
        for (String file : List.of("bootstrap.properties", "jvm.options", "server.env", "server.xml")) {
            // The password of the JDK's public list of authorities is no secret.
            assertThat(Files.readString(FOLDER.resolve(file)).replace("password=\"changeit\"", ""))
                    .doesNotContainIgnoringCase("password=");
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> NEVER_PACKAGED.stream().noneMatch(name::startsWith))
                    .toList();
        }
    }
}
