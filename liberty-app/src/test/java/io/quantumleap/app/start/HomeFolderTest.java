package io.quantumleap.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeForItsOwnerOnly() throws Exception {
        Path home = folder.resolve("new").resolve("home");

        HomeFolder.prepare(home);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void staysAsItIsWhenItIsThere() throws Exception {
        Files.writeString(folder.resolve("kept"), "data");

        HomeFolder.prepare(folder);

        assertThat(folder).isDirectoryContaining("glob:**/kept");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatExceptionOfType(StartRefusal.class)
                .isThrownBy(() -> HomeFolder.prepare(file.resolve("home")))
                .withMessageContaining(file.toString())
                .withMessageContaining("QUANTUMLEAP_HOME");
    }
}
