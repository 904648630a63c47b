package io.quantumleap.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    /** The files in examples/data are those that the program writes. */
    @Test
    void writesTheFilesThatAreCommitted(@TempDir Path folder) throws IOException {
        SampleFiles.run(List.of(folder.toString()), SILENT);
        for (String name : List.of("sample-transactions.csv", "sample-prices.csv")) {
            assertThat(Path.of("data", name)).hasSameTextualContentAs(folder.resolve(name));
        }
        assertThat(Files.readAllLines(folder.resolve("sample-transactions.csv")))
                .hasSize(1 + 215);
        assertThat(Files.readAllLines(folder.resolve("sample-prices.csv"))).hasSize(1 + 13 * 2519);
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> SampleFiles.run(List.of(), SILENT)).isInstanceOf(IllegalArgumentException.class);
    }
}
