package io.quantumleap.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TearSheetOfArraysTest {

    /** The deposit is no gain: 1.012 x 97.8/101.2 x 119.9/117.8 x 121/119.9 x 119.7/121 x 122.9/119.7 - 1. */
    @Test
    void printsThreeMeasuresAndWritesThePage(@TempDir Path folder) throws Exception {
        PrintStream console = System.out;
        var text = new ByteArrayOutputStream();
        System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
        Path page = folder.resolve("fund.html");
        try {
            TearSheetOfArrays.run(page);
        } finally {
            System.setOut(console);
        }
        assertThat(text.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Time-weighted return: 0.02034"),
                        line -> assertThat(line).startsWith("Beta:                 1."),
                        line -> assertThat(line).startsWith("Up capture:           "));
        assertThat(page).content().contains("<h1>My fund</h1>", "Against the benchmark");
    }

    /** The page on analytics shows the last lines of this very program. */
    @Test
    void standsInTheDocumentation() throws Exception {
        String source = Files.readString(Path.of("src/main/java/io/quantumleap/examples/embed/TearSheetOfArrays.java"));
        int start = source.indexOf("        TearSheetData data");
        String body = source.substring(start, source.indexOf("\n\n", start));
        assertThat(Files.readString(Path.of("../docs/analytics.md")))
                .contains(body.stripIndent().strip());
    }
}
