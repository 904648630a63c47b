package io.quantumleap.examples.tearsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TearSheetProgramTest {

    /** Our key and the one of the reference values. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("cumulative_return", "cum_return"),
            Map.entry("cagr", "cagr"),
            Map.entry("volatility", "ann_vol"),
            Map.entry("downside_deviation", "downside_dev_ann"),
            Map.entry("sharpe", "sharpe"),
            Map.entry("sortino", "sortino"),
            Map.entry("calmar", "calmar"),
            Map.entry("max_drawdown", "max_drawdown"),
            Map.entry("var_95", "var95_hist_linear"),
            Map.entry("expected_shortfall_95", "cvar95_mean_le_var"),
            Map.entry("skewness", "skew_population_g1"),
            Map.entry("excess_kurtosis", "kurt_excess_population_g2"),
            Map.entry("ulcer_index", "ulcer_index"),
            Map.entry("pain_index", "pain_index"),
            Map.entry("omega", "omega_0"),
            Map.entry("beta", "beta"),
            Map.entry("alpha", "alpha_ann_geometric"),
            Map.entry("alpha_per_period", "alpha_per_period"),
            Map.entry("correlation", "correlation"),
            Map.entry("r_squared", "r_squared"),
            Map.entry("tracking_error", "tracking_error_ann"),
            Map.entry("information_ratio", "information_ratio_arith_ann"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bacon_monthly", "edhec_monthly", "managers_ham1_monthly"})
    void agreesWithTheReferenceValues(String name) throws IOException {
        Path reference = SharedReference.folder().orElse(Path.of("absent"));
        assumeTrue(Files.isDirectory(reference), "the reference values are not beside this checkout");
        String expected = seriesIn(Files.readString(reference.resolve("expected_metrics.json")), name);
        String sheet = run(
                "--json",
                "--periods-per-year",
                "12",
                reference.resolve("in_" + name + ".csv").toString());
        assertThat(SAME).allSatisfy((ours, theirs) -> {
            double want = number(expected, theirs);
            assertThat(number(sheet, ours)).as(ours).isCloseTo(want, within(1e-10 * Math.max(1, Math.abs(want))));
        });
    }

    @Test
    void measuresOverTheRiskFreeColumn() throws IOException {
        Path reference = SharedReference.folder().orElse(Path.of("absent"));
        assumeTrue(Files.isDirectory(reference), "the reference values are not beside this checkout");
        String expected =
                seriesIn(Files.readString(reference.resolve("expected_metrics.json")), "managers_ham1_monthly");
        String sheet = run(
                "--periods-per-year",
                "12",
                reference.resolve("in_managers_ham1_monthly.csv").toString());
        assertThat(number(sheet, "sharpe_rf_series")).isCloseTo(number(expected, "sharpe_rf_series"), within(1e-10));
        assertThat(number(sheet, "beta_rf_series")).isCloseTo(number(expected, "beta_rf_series"), within(1e-10));
        assertThat(number(sheet, "alpha_per_period_rf_series"))
                .isCloseTo(number(expected, "alpha_rf_series_per_period"), within(1e-10));
    }

    /** Worked by hand: 100, 110, 99, 120 is +10 %, -10 %, +21.2 %. */
    @Test
    void measuresValues() throws IOException {
        String sheet = run("--periods-per-year", "1", file("""
                date,value
                2021-12-31,100
                2022-12-31,110
                2023-12-31,99
                2024-12-31,120
                """));
        assertThat(number(sheet, "cumulative_return")).isCloseTo(0.2, within(1e-15));
        assertThat(number(sheet, "cagr")).isCloseTo(Math.cbrt(1.2) - 1, within(1e-15));
        assertThat(number(sheet, "max_drawdown")).isCloseTo(-0.1, within(1e-15));
        assertThat(sheet)
                .contains("\"from\": \"2021-12-31\"", "\"to\": \"2024-12-31\"", "\"observations\": 3")
                .contains("\"peak_date\": \"2022-12-31\"", "\"trough_date\": \"2023-12-31\"")
                .contains("\"recovery_date\": \"2024-12-31\"");
    }

    @Test
    void writesAPage() throws IOException {
        String path = file("date,ret,bench,rf\n2024-01-31,0.01,0.02,0\n2024-02-29,-0.01,0.01,0.001\n");
        assertThat(run("--html", "--periods-per-year", "12", path))
                .startsWith("<!DOCTYPE html>")
                .contains("Tear sheet of series.csv", "2024-01-31 to 2024-02-29", "Against the benchmark")
                .doesNotContain("<script");
    }

    @Test
    void saysWhyAMeasureCannotBeHad() throws IOException {
        String sheet = run("--periods-per-year", "12", file("date,ret\n2024-01-31,0.01\n2024-02-29,0.01\n"));
        assertThat(sheet).contains("\"sharpe\": null", "\"beta\": null", "\"reason\": \"No benchmark was given.\"");
        assertThat(sheet).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                               | The file is empty",
                "\\n\\n                                              | The file is empty",
                "date,ret                                         | There is no return to measure",
                "date,value\\n2024-01-31,100                       | There is no return to measure",
                "date,ret\\n2024-01-31,0x1p3                      | Line 2: ret must be a number",
                "date,ret\\n2024-01-31,1d                         | Line 2: ret must be a number",
                "date,ret\\n2024-01-31,                           | Line 2: ret is missing",
                "date,ret,bench\\n2024-01-31,0.01,             | Line 2: bench is missing",
                "date;ret\\n2024-01-31;0,01                      | Line 2: ret must be a number",
                "date,ret\\n2024-01-31,1e999                      | Line 2: ret must be a number",
                "date,ret\\n2024-02-30,0.1                        | Line 2: the date",
                "date,ret\\n2024-01-31,0.1\\n2024-01-30,0.2        | 2024-01-30 does not come after 2024-01-31",
                "day,ret\\n2024-01-31,0.01                        | Line 1: the header",
                "date,ret\\n31.1.2024,0.01                        | Line 2: the date",
                "date,ret\\n2024-01-31,0.01\\n2024-01-31,0.02     | Line 3: the dates must ascend",
                "date,ret\\n2024-01-31,one                        | Line 2: ret must be a number",
                "date,ret\\n2024-01-31,NaN                        | Line 2: ret must be a number",
                "date,ret,bench\\n2024-01-31,0.01                 | Line 2: there must be 3 cells",
                "date,value\\n2024-01-31,100\\n2024-02-29,-5\\n2024-03-31,4 | one of them is zero or negative"
            })
    void refusesABadFile(String text, String complaint) throws IOException {
        String path = file(text.strip().replace("\\n", "\n"));
        assertThatThrownBy(() -> run("--periods-per-year", "12", path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint.strip());
    }

    /** The start of the file, its line ends, blank lines, quotes and blanks around cells do not matter. */
    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        String plain =
                run("--periods-per-year", "12", file("date,ret,bench\n2024-01-31,0.01,0.02\n2024-02-29,-0.02,0.01\n"));
        String adorned = run(
                "--periods-per-year",
                "12",
                file(
                        "\uFEFF\r\n Date , RET,\"bench\"\r\n\r\n\"2024-01-31\",\" 1e-2\",+.02\r\n  \r\n2024-02-29,-0.02 , 0.01\r\n\r\n"));
        assertThat(adorned).isEqualTo(plain);
        String semicolons =
                run("--periods-per-year", "12", file("date;ret;bench\n2024-01-31;0.01;0.02\n2024-02-29;-0.02;0.01\n"));
        assertThat(semicolons).isEqualTo(plain);
        String tabs = run(
                "--periods-per-year",
                "12",
                file("date\tret\tbench\n2024-01-31\t0.01\t0.02\n2024-02-29\t-0.02\t0.01\n"));
        assertThat(tabs).isEqualTo(plain);
    }

    @Test
    void oneReturnIsMeasuredAsFarAsItGoes() throws IOException {
        String sheet = run("--periods-per-year", "12", file("date,ret\n2024-01-31,0.01\n"));
        assertThat(number(sheet, "cumulative_return")).isEqualTo(0.01);
        assertThat(sheet).contains("\"volatility\": null", "\"rolling_sharpe\": {\"window\": 12, \"count\": 0");
    }

    @Test
    void writesThePageWhereItIsTold() throws IOException {
        Path page = folder.resolve("sheet.html");
        String path = file("date,ret\n2024-01-31,0.01\n2024-02-29,-0.01\n");
        assertThat(run("--html", page.toString(), "--periods-per-year", "12", path))
                .isEmpty();
        assertThat(page).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void thePageHasTheTitleThatIsGiven() throws IOException {
        String path = file("date,ret\n2024-01-31,0.01\n2024-02-29,-0.01\n");
        assertThat(run("--html", "--title", "Growth & income", "--periods-per-year", "12", path))
                .contains("<h1>Growth &amp; income</h1>");
        assertThatThrownBy(() -> run(path, "--title")).hasMessageContaining("--title needs a text");
    }

    /** A price that grows by the same rate every day varies by its rounding alone. */
    @Test
    void constantGrowthHasNoSharpeRatio() throws IOException {
        StringBuilder text = new StringBuilder("date,value\n");
        for (int day = 0; day < 100; day++) {
            text.append(LocalDate.of(2024, 1, 1).plusDays(day))
                    .append(',')
                    .append(100 * Math.pow(1.01, day))
                    .append('\n');
        }
        String sheet = run("--periods-per-year", "252", file(text.toString()));
        assertThat(sheet).contains("\"volatility\": 0.0", "\"sharpe\": null", "\"skewness\": null");
        assertThat(sheet).contains("The observations do not vary.");
    }

    @Test
    void optionsMayStandBehindTheFile() throws IOException {
        String path = file("date,ret\n2024-01-31,0.01\n2024-02-29,-0.01\n");
        assertThat(run(path, "--json", "--periods-per-year", "12")).isEqualTo(run("--periods-per-year", "12", path));
    }

    @Test
    void refusesABinaryFile() throws IOException {
        Path path = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> run("--periods-per-year", "12", path.toString()))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void neverGuessesThePeriodsPerYear() throws IOException {
        String path = file("date,ret\n2024-01-31,0.01\n");
        assertThatThrownBy(() -> run(path)).hasMessageContaining("--periods-per-year is needed");
        assertThatThrownBy(() -> run("--periods-per-year", "monthly", path)).hasMessageContaining("252");
        assertThatThrownBy(() -> run("--periods-per-year", "0", path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> run("--xml", "a.csv")).hasMessageContaining("--xml");
        assertThatThrownBy(() -> run()).hasMessageContaining("one file");
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text).toString();
    }

    private static String run(String... arguments) throws IOException {
        var text = new ByteArrayOutputStream();
        TearSheetProgram.run(List.of(arguments), new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String seriesIn(String json, String name) {
        String from = json.substring(json.indexOf('"' + name + '"'));
        return from.substring(from.indexOf("\"reference\""));
    }

    private static double number(String json, String key) {
        Matcher matcher =
                Pattern.compile('"' + key + "\"\\s*:\\s*(-?[0-9.eE+-]+)").matcher(json);
        assertThat(matcher.find()).as(key).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
