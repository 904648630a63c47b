package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAndStartIT {

    @TempDir
    private Path folder;

    @Test
    void keepsItsDataAndShowsTheSignInOnlyOnce() throws Exception {
        Path home = folder.resolve("house").resolve("home");
        ServerProcess.SignIn signIn;
        try (ServerProcess first = ServerProcess.setup().home(home).start().awaitReady()) {
            signIn = first.firstSignIn();
            assertThat(first.console()).containsOnlyOnce(signIn.password()).contains(first.url());
            assertThat(String.join("\n", first.log())).doesNotContain(signIn.password());
            assertThat(permissions(home)).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("first-sign-in"))).isEqualTo("rw-------");
        }
        try (ServerProcess second = ServerProcess.setup().home(home).start().awaitReady()) {
            assertThat(second.console()).doesNotContain(signIn.password(), "Password");
            assertThat(second.client().signedIn(signIn).get("/api/auth/me").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception {
        ServerProcess killed = ServerProcess.setup().home(folder).start().awaitReady();
        ServerProcess.SignIn signIn = killed.firstSignIn();
        ProcessHandle orphan = killed.database();
        killed.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (ServerProcess next = ServerProcess.setup().home(folder).start().awaitReady()) {
            assertThat(next.client().signedIn(signIn).get("/api/auth/me").status())
                    .isEqualTo(200);
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void leavesNoProcessWhenItIsTerminated() throws Exception {
        ServerProcess server = ServerProcess.setup().start().awaitReady();
        ProcessHandle database = server.database();

        server.terminate();

        assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(60));
        assertThat(server.console()).doesNotContain("\tat ", "Exception", "[ERROR");
    }

    @Test
    void endsWellWhenItsMavenIsToldToEnd() throws Exception {
        ServerProcess maven = ServerProcess.setup().asMavenDoes().start().awaitReady();
        ProcessHandle database = maven.database();

        assertThat(maven.terminate()).isZero();

        assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(60));
        assertThat(maven.console()).doesNotContain("\tat ", "Exception", "ERROR");
    }

    @Test
    void endsWellAfterCtrlC() throws Exception {
        assumeFalse(interruptsAreIgnored(), "this run was started with interrupts ignored, and so would be the server");
        ServerProcess maven = ServerProcess.setup().asMavenDoes().start().awaitReady();
        ProcessHandle database = maven.database();

        assertThat(maven.interrupt()).isZero();

        assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(60));
    }

    /** A shell that starts a job in the background makes it, and all its children, deaf to Ctrl-C. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow()
                .substring("SigIgn:".length())
                .trim();
        return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
