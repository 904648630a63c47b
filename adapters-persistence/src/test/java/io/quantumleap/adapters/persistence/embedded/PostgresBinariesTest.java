package io.quantumleap.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    private Path directory;

    @Test
    void namesOneArchiveForEachMachine() {
        assertThat(PostgresBinaries.resourceName("Linux", "amd64")).contains("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.resourceName("Linux", "aarch64")).contains("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.resourceName("Mac OS X", "x86_64")).contains("postgres-darwin-x86_64.txz");
        assertThat(PostgresBinaries.resourceName("Mac OS X", "aarch64")).contains("postgres-darwin-arm_64.txz");
    }

    @Test
    void namesNoneForAMachineItDoesNotKnow() {
        assertThat(PostgresBinaries.resourceName("Windows 11", "amd64")).isEmpty();
        assertThat(PostgresBinaries.resourceName("Linux", "riscv64")).isEmpty();
    }

    @Test
    void unpacksOnceAlsoWhenManyAskAtTheSameTime() throws Exception {
        List<CompletableFuture<Path>> homes = IntStream.range(0, 3)
                .mapToObj(caller -> CompletableFuture.supplyAsync(this::unpacked))
                .toList();
        Path home = homes.get(0).get();

        assertThat(homes).allSatisfy(other -> assertThat(other.get()).isEqualTo(home));
        assertThat(home.resolve("bin").resolve("postgres")).isExecutable();
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).containsExactly(home);
        }
    }

    private Path unpacked() {
        try {
            return PostgresBinaries.unpackedIn(directory);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
