package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSignInFileTest {

    private static final Username ADMIN = new Username("admin");
    private static final Password PASSWORD = new Password("quiet river 47 lamps");

    @TempDir
    private Path home;

    private final List<String> shown = new ArrayList<>();

    private FirstSignInFile file() {
        return new FirstSignInFile(
                home.resolve("first-sign-in"), (name, password) -> shown.add(name + " " + password.secret()));
    }

    @Test
    void showsTheSignInOnceAndKeepsItForTheOwnerAlone() throws IOException {
        file().announce(ADMIN, PASSWORD);

        Path kept = home.resolve("first-sign-in");
        assertThat(Files.readString(kept)).isEqualTo("username=admin\npassword=quiet river 47 lamps\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(shown).containsExactly("admin quiet river 47 lamps");
    }

    @Test
    void forgetsItWhenThatUserHasAnotherPassword() {
        file().announce(ADMIN, PASSWORD);

        file().forget(new Username("someone"));
        assertThat(home.resolve("first-sign-in")).exists();

        file().forget(ADMIN);
        assertThat(home).isEmptyDirectory();
        file().forget(ADMIN);
    }
}
