package io.quantumleap.app.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A control of a standard and the tests that stand for it.
 *
 * @param evidence test classes, or {@code Class#method}
 */
record Control(String standard, String id, String title, List<String> evidence) {

    /** What the tests say about the control. */
    enum Verdict {
        SHOWN,
        BROKEN,
        NOT_RUN
    }

    Control {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(id + " has no evidence");
        }
    }

    /** Reads lines of {@code standard | id | title | evidence evidence}; empty lines and those with # are left out. */
    static List<Control> read(Path file) throws IOException {
        List<Control> controls = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\\|", -1);
            if (cells.length != 4) {
                throw new IOException("not a control: " + line);
            }
            controls.add(new Control(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    List.of(cells[3].strip().split("\\s+"))));
        }
        return controls;
    }

    /** One failure breaks it; evidence that did not run, or was skipped altogether, does not show it. */
    Verdict judge(TestReports reports) {
        boolean allRan = true;
        for (String each : evidence) {
            List<TestReports.Run> runs = reports.of(each);
            if (runs.stream().anyMatch(run -> run.verdict() == TestReports.Verdict.FAILED)) {
                return Verdict.BROKEN;
            }
            allRan &= runs.stream().anyMatch(run -> run.verdict() == TestReports.Verdict.PASSED);
        }
        return allRan ? Verdict.SHOWN : Verdict.NOT_RUN;
    }
}
