package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] TEXT = "a secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("keys/master.key");
    }

    private MasterKey key() {
        return MasterKey.in(file(), new SecureRandom());
    }

    @Test
    void isMadeOnceForTheOwnerAlone() throws IOException {
        byte[] sealed = key().seal("name", TEXT);

        assertThat(key().open("name", sealed)).isEqualTo(TEXT);
        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void isTheSameForAllWhoStartAtOnce() {
        List<CompletableFuture<MasterKey>> starts = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::key))
                .toList();

        byte[] sealed = starts.get(0).join().seal("name", TEXT);
        assertThat(starts).allSatisfy(start -> assertThat(start.join().open("name", sealed))
                .isEqualTo(TEXT));
    }

    @Test
    void isRefusedWhenOthersCanReadIt() throws IOException {
        assertThat(key()).isNotNull();
        Files.setPosixFilePermissions(
                file(), EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ));

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(this::key)
                .withMessageContaining("mode 600");
    }

    @Test
    void isRefusedWhenDamaged() throws IOException {
        assertThat(key()).isNotNull();
        Files.writeString(file(), "c2hvcnQ=");

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(this::key)
                .withMessageContaining("32 bytes");
    }

    @Test
    void isFollowedByAnotherWhileTheProgramRuns() throws IOException {
        MasterKey key = key();
        String first = Files.readString(file());
        byte[] old = key.seal("name", TEXT);
        String second = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)) + "\n";

        // The second can be read by everybody before anybody writes with it; then it goes first; then the old one goes.
        Files.writeString(file(), first + second);
        MasterKey early = key();
        assertThat(early.resealed("name", old))
                .as("the first is still the first")
                .isEmpty();
        Files.writeString(file(), second + first);
        MasterKey later = key();
        byte[] anew = later.resealed("name", old).orElseThrow();
        assertThat(later.resealed("name", anew)).isEmpty();
        assertThat(early.open("name", anew)).isEqualTo(TEXT);
        Files.writeString(file(), second);

        assertThat(key().open("name", anew)).isEqualTo(TEXT);
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> key().open("name", old))
                .withMessageContaining("same master key file");
        assertThat(key.open("name", anew)).as("a running program looks again").isEqualTo(TEXT);
    }

    @Test
    void goesOnWhenItsFileBecomesUnusable() throws IOException {
        MasterKey key = key();
        byte[] sealed = key.seal("name", TEXT);
        Files.writeString(file(), "half of a k");

        assertThatExceptionOfType(UnusableKeyException.class).isThrownBy(() -> key.open("other", sealed));
        assertThat(key.open("name", sealed)).isEqualTo(TEXT);
    }

    @Test
    void noticesATextThatWasChangedOrIsForSomethingElse() {
        MasterKey key = key();
        byte[] sealed = key.seal("name", TEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatExceptionOfType(UnusableKeyException.class).isThrownBy(() -> key.open("name", sealed));
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> key.open("other", key.seal("name", TEXT)));
        assertThatExceptionOfType(UnusableKeyException.class).isThrownBy(() -> key.open("name", new byte[3]));
    }
}
