package io.quantumleap.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that could not tell of a failure would be worth nothing. */
class SecurityReportTest {

    private static final Path CONTROLS = Path.of("src", "test", "resources", "security-controls.txt");

    @TempDir
    private Path folder;

    private TestReports reports() throws IOException {
        Files.writeString(folder.resolve("TEST-x.xml"), """
                <testsuite>
                  <testcase classname="a.GoodIT" name="works"/>
                  <testcase classname="a.GoodIT" name="worksToo(String)[1]"/>
                  <testcase classname="a.HalfIT" name="works"/>
                  <testcase classname="a.HalfIT" name="fails(int)[2]"><failure message="x"/></testcase>
                  <testcase classname="a.IdleIT" name="rests"><skipped/></testcase>
                </testsuite>
                """);
        return TestReports.in(List.of(folder, folder.resolve("absent")));
    }

    private static Control control(String... evidence) {
        return new Control("S", "1", "title", List.of(evidence));
    }

    @Test
    void showsAControlOnlyIfAllItsTestsRanAndPassed() throws IOException {
        TestReports reports = reports();

        assertThat(control("GoodIT").judge(reports)).isEqualTo(Control.Verdict.SHOWN);
        assertThat(control("GoodIT#worksToo", "HalfIT#works").judge(reports)).isEqualTo(Control.Verdict.SHOWN);
        assertThat(control("GoodIT", "HalfIT").judge(reports)).isEqualTo(Control.Verdict.BROKEN);
        assertThat(control("HalfIT#fails").judge(reports)).isEqualTo(Control.Verdict.BROKEN);
        assertThat(control("IdleIT").judge(reports)).isEqualTo(Control.Verdict.NOT_RUN);
        assertThat(control("GoodIT", "AbsentIT").judge(reports)).isEqualTo(Control.Verdict.NOT_RUN);
        assertThat(control("GoodIT#absent").judge(reports)).isEqualTo(Control.Verdict.NOT_RUN);
    }

    @Test
    void countsWhatItSaw() throws IOException {
        SecurityReport report =
                new SecurityReport(List.of(control("GoodIT"), control("HalfIT"), control("IdleIT")), reports());

        assertThat(report.summary())
                .isEqualTo("3 controls: 1 shown, 1 broken, 1 not run. 5 tests: 3 passed, 1 failed, 1 skipped.");
        assertThat(report.page()).contains("| S | 1 | title | broken | `HalfIT` 1/2 |");
    }

    /** Evidence that was renamed away would silently be "not run" for ever. */
    @Test
    void namesOnlyTestsThatAreThere() throws IOException {
        Set<String> sources = new TreeSet<>();
        for (String module : List.of("security", "adapters-rest", "adapters-persistence", "liberty-app")) {
            sources.addAll(classesIn(Path.of("..", module, "src")));
        }
        List<Control> controls = Control.read(CONTROLS);

        assertThat(controls).hasSizeGreaterThan(30);
        assertThat(controls.stream()
                        .flatMap(control -> control.evidence().stream())
                        .map(evidence -> evidence.split("#", 2)[0])
                        .filter(name -> !sources.contains(name)))
                .isEmpty();
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }
}
