package io.quantumleap.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MeasureTwoArraysTest {

    @Test
    void printsThreeMeasures() {
        PrintStream console = System.out;
        var text = new ByteArrayOutputStream();
        System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            MeasureTwoArrays.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(text.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Sharpe ratio:     0.58"),
                        line -> assertThat(line).startsWith("Maximum drawdown: -0.034"),
                        line -> assertThat(line).startsWith("Beta:             1.19"));
    }

    /** The README shows the body of this very program. */
    @Test
    void standsInTheReadme() throws Exception {
        String source = Files.readString(Path.of("src/main/java/io/quantumleap/examples/embed/MeasureTwoArrays.java"));
        int start = source.indexOf("        double[] fund");
        String body = source.substring(start, source.indexOf("\n    }\n", start));
        assertThat(Files.readString(Path.of("../README.md")))
                .contains(body.stripIndent().strip());
    }
}
