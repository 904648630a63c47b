package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
     * @param arguments {@code [--json | --html [PAGE.html]] [--title TEXT] --periods-per-year N FILE}
     * @throws IllegalArgumentException if the arguments or the file are wrong
     */
    public static void run(List<String> arguments, PrintStream out) throws IOException {
        Optional<PeriodsPerYear> periods = Optional.empty();
        boolean page = false;
        Optional<Path> target = Optional.empty();
        Optional<String> title = Optional.empty();
        List<String> files = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--json" -> page = false;
                case "--html" -> {
                    page = true;
                    target = nextPage(rest);
                }
                case "--title" -> title = Optional.of(text(rest));
                case "--periods-per-year" -> periods = Optional.of(periods(rest));
                default -> files.add(file(argument));
            }
        }
        if (files.size() != 1) {
            throw new IllegalArgumentException("Exactly one file must be named.");
        }
        PeriodsPerYear given = periods.orElseThrow(() -> new IllegalArgumentException(NO_PERIODS));
        Path file = Path.of(files.get(0));
        Series series = SeriesFile.read(file);
        String text = page
                ? TearSheetHtml.of(title.orElseGet(() -> title(file)), series, given)
                : TearSheetJson.of(series, given);
        if (target.isPresent()) {
            Files.writeString(target.get(), text);
        } else {
            out.println(text);
        }
    }

    private static Optional<Path> nextPage(Deque<String> rest) {
        String next = rest.isEmpty() ? "" : rest.peek();
        return next.endsWith(".html") ? Optional.of(Path.of(rest.pop())) : Optional.empty();
    }

    private static String file(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + argument + ".");
        }
        return argument;
    }

    private static String title(Path file) {
        return "Tear sheet of " + file.getFileName();
    }

    private static String text(Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("--title needs a text.");
        }
        return rest.pop();
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
