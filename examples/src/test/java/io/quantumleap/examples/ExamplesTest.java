package io.quantumleap.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsTheProgramThatIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("r.csv"), "date,ret\n2024-01-31,0.01\n2024-02-29,-0.02\n");
        assertThat(run("tearsheet", "--periods-per-year", "12", file.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{").contains("\"sharpe\": -");
    }

    @Test
    void explainsItselfWhenCalledWrongly() {
        assertThat(run()).isEqualTo(Examples.WRONG_USE);
        assertThat(run("dance")).isEqualTo(Examples.WRONG_USE);
        assertThat(run("tearsheet", "--periods-per-year", "12", "no-such-file")).isEqualTo(Examples.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("dance: There is no such program.", "There is no file no-such-file.", "sample-csv FOLDER");
        assertThat(out.size()).isZero();
    }

    @Test
    void aBadFileIsOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("r.csv"), "date,ret\n2024-01-31,x\n");
        assertThat(run("tearsheet", "--periods-per-year", "12", file.toString()))
                .isEqualTo(Examples.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("tearsheet: Line 2: ret must be a number like 0.0123, not \"x\".");
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) {
        return Examples.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
