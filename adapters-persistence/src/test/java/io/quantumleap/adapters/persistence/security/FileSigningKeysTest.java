package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.security.token.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSigningKeysTest {

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("deep/keys");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path keyFile() {
        return folder().resolve("signing-key-0001.pem");
    }

    @Test
    void makesAKeyThatOnlyTheOwnerCanRead() throws IOException {
        FileSigningKeys keys = FileSigningKeys.in(folder());

        assertThat(keys.accepted()).containsExactly(keys.active());
        assertThat(mode(keyFile())).isEqualTo("rw-------");
        assertThat(mode(folder())).isEqualTo("rwx------");
    }

    @Test
    void findsTheSameKeyAgain() {
        assertThat(FileSigningKeys.in(folder()).active().id())
                .isEqualTo(FileSigningKeys.in(folder()).active().id());
    }

    @Test
    void signsWithTheLastKeyAndAcceptsThemAll() throws IOException {
        SigningKey first = FileSigningKeys.in(folder()).active();
        SigningKey second = SigningKeyPem.generate();
        PrivateFiles.write(folder().resolve("signing-key-0002.pem"), SigningKeyPem.write(second));

        FileSigningKeys keys = FileSigningKeys.in(folder());

        assertThat(keys.active().id()).isEqualTo(second.id());
        assertThat(keys.accepted()).extracting(SigningKey::id).containsExactly(first.id(), second.id());
    }

    @Test
    void makesOneKeyWhenTwoStartAtTheSameMoment() {
        List<CompletableFuture<String>> starts = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::start))
                .toList();

        Set<String> ids = starts.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        ids.remove("busy");
        assertThat(ids).hasSize(1);
    }

    /** Within one JVM a second lock on a file is an error instead of a wait. */
    private String start() {
        try {
            return FileSigningKeys.in(folder()).active().id();
        } catch (java.nio.channels.OverlappingFileLockException sameProcess) {
            return "busy";
        }
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        FileSigningKeys.in(folder());
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> FileSigningKeys.in(folder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open to others");
    }

    @Test
    void refusesADamagedKeyWithoutShowingIt() throws IOException {
        FileSigningKeys.in(folder());
        String text = Files.readString(keyFile());
        for (String damaged :
                List.of("", "not a key", text.substring(0, 60), text.replace("PUBLIC", "PRIVATE"), mixed(text))) {
            PrivateFiles.write(keyFile(), damaged);
            assertThatThrownBy(() -> FileSigningKeys.in(folder()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageNotContaining(text.substring(30, 60));
        }
    }

    /** The private key of one pair with the public key of another. */
    private static String mixed(String text) {
        String other = SigningKeyPem.write(SigningKeyPem.generate());
        String publicBlock = "-----BEGIN PUBLIC";
        return text.substring(0, text.indexOf(publicBlock)) + other.substring(other.indexOf(publicBlock));
    }
}
