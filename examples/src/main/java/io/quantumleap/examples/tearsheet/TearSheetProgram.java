package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Measures a file of returns or values and prints one JSON object, or a page to send to a client. */
public final class TearSheetProgram {

    private static final String NO_PERIODS =
            "--periods-per-year is needed: 252 for trading days, 52 for weeks, 12 for months.";

    private TearSheetProgram() {}

    /**
     * Runs the program.
     *
     * @param arguments {@code [--json | --html] --periods-per-year N FILE}
     * @throws IllegalArgumentException if the arguments or the file are wrong
     */
    public static void run(List<String> arguments, PrintStream out) throws IOException {
        Optional<PeriodsPerYear> periods = Optional.empty();
        boolean page = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty() && rest.peek().startsWith("--")) {
            String option = rest.pop();
            switch (option) {
                case "--json" -> page = false;
                case "--html" -> page = true;
                case "--periods-per-year" -> periods = Optional.of(periods(rest));
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            }
        }
        if (rest.size() != 1) {
            throw new IllegalArgumentException("Exactly one file must be named.");
        }
        PeriodsPerYear given = periods.orElseThrow(() -> new IllegalArgumentException(NO_PERIODS));
        Path file = Path.of(rest.pop());
        Series series = SeriesFile.read(file);
        out.println(page ? TearSheetHtml.of(title(file), series, given) : TearSheetJson.of(series, given));
    }

    private static String title(Path file) {
        return "Tear sheet of " + file.getFileName();
    }

    private static PeriodsPerYear periods(Deque<String> rest) {
        String text = rest.isEmpty() ? "" : rest.pop();
        try {
            return new PeriodsPerYear(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NO_PERIODS, e);
        }
    }
}
