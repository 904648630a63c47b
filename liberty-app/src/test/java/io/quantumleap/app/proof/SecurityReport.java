package io.quantumleap.app.proof;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes which control is shown by which tests, as JSON and as a page. */
public final class SecurityReport {

    private final List<Control> controls;
    private final TestReports reports;

    SecurityReport(List<Control> controls, TestReports reports) {
        this.controls = List.copyOf(controls);
        this.reports = reports;
    }

    /**
     * Writes the report.
     *
     * @param arguments the root of the checkout
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path app = root.resolve("liberty-app");
        SecurityReport report = new SecurityReport(
                Control.read(app.resolve("src/test/resources/security-controls.txt")),
                TestReports.in(Stream.of("security", "adapters-rest", "adapters-persistence", "liberty-app")
                        .flatMap(module -> Stream.of("surefire-reports", "failsafe-reports")
                                .map(kind ->
                                        root.resolve(module).resolve("target").resolve(kind)))
                        .toList()));
        Path folder = Files.createDirectories(app.resolve("target").resolve("security-proof"));
        report.writeJson(folder.resolve("security-proof.json"));
        Files.writeString(folder.resolve("security-proof.md"), report.page());
        System.out.println(report.summary() + " See " + folder.resolve("security-proof.md"));
    }

    String summary() {
        return "%d controls: %d shown, %d broken, %d not run. %d tests: %d passed, %d failed, %d skipped."
                .formatted(
                        controls.size(),
                        count(Control.Verdict.SHOWN),
                        count(Control.Verdict.BROKEN),
                        count(Control.Verdict.NOT_RUN),
                        reports.all().size(),
                        tests(TestReports.Verdict.PASSED),
                        tests(TestReports.Verdict.FAILED),
                        tests(TestReports.Verdict.SKIPPED));
    }

    String page() {
        String rows = controls.stream().map(this::row).collect(Collectors.joining());
        return """
                # Security: control and evidence

                %s

                *Shown*: every test named passed. *Broken*: one failed. *Not run*: one did not run, or was skipped.

                | standard | control | what | verdict | evidence |
                |---|---|---|---|---|
                %s""".formatted(summary(), rows);
    }

    private String row(Control control) {
        String evidence = control.evidence().stream()
                .map(each -> "`" + each + "` " + passed(each) + "/"
                        + reports.of(each).size())
                .collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(control.standard(), control.id(), control.title(), words(control.judge(reports)), evidence);
    }

    private void writeJson(Path file) throws IOException {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        controls.forEach(control -> rows.add(json(control)));
        JsonObject report = Json.createObjectBuilder()
                .add("summary", summary())
                .add("shown", count(Control.Verdict.SHOWN))
                .add("broken", count(Control.Verdict.BROKEN))
                .add("not_run", count(Control.Verdict.NOT_RUN))
                .add("tests_passed", tests(TestReports.Verdict.PASSED))
                .add("tests_failed", tests(TestReports.Verdict.FAILED))
                .add("tests_skipped", tests(TestReports.Verdict.SKIPPED))
                .add("controls", rows)
                .build();
        JsonWriterFactory pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (Writer writer = Files.newBufferedWriter(file)) {
            pretty.createWriter(writer).writeObject(report);
        }
    }

    private JsonObject json(Control control) {
        JsonArrayBuilder evidence = Json.createArrayBuilder();
        control.evidence()
                .forEach(each -> evidence.add(Json.createObjectBuilder()
                        .add("test", each)
                        .add("runs", reports.of(each).size())
                        .add("passed", passed(each))));
        return Json.createObjectBuilder()
                .add("standard", control.standard())
                .add("id", control.id())
                .add("title", control.title())
                .add("verdict", words(control.judge(reports)))
                .add("evidence", evidence)
                .build();
    }

    private long passed(String evidence) {
        return reports.of(evidence).stream()
                .filter(run -> run.verdict() == TestReports.Verdict.PASSED)
                .count();
    }

    private long count(Control.Verdict verdict) {
        return controls.stream()
                .filter(control -> control.judge(reports) == verdict)
                .count();
    }

    private long tests(TestReports.Verdict verdict) {
        return reports.all().stream().filter(run -> run.verdict() == verdict).count();
    }

    private static String words(Control.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
