package io.quantumleap.examples;

import io.quantumleap.examples.embed.MeasureTwoArrays;
import io.quantumleap.examples.embed.TearSheetOfArrays;
import io.quantumleap.examples.sample.SampleFiles;
import io.quantumleap.examples.tearsheet.TearSheetProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs one of the example programs, named by the first argument. */
public final class Examples {

    static final int WRONG_USE = 2;

    private static final String USAGE = """
            Examples of Quantum Leap:

              tearsheet --periods-per-year N FILE     measure a CSV of date,ret[,bench[,rf]] or date,value; prints JSON,
                                                      or with --html a page (with --html PAGE.html into that file,
                                                      with --title TEXT under that title)
              sample-csv FOLDER                       write the sample portfolio as two CSV files
              two-arrays                              run the ten lines of the README
              arrays PAGE.html                        measure arrays of dates, values, flows and an index; write the page
            """;

    private Examples() {}

    /** Runs the program; the exit code is 0, or 2 when it was called wrongly or with a bad file. */
    public static void main(String[] arguments) {
        // Whatever the console's encoding is, what may be sent into a file is UTF-8.
        int code = run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static Path page(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Exactly one file must be named.");
        }
        return Path.of(arguments.get(0));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String program = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            switch (program) {
                case "tearsheet" -> TearSheetProgram.run(rest, out);
                case "sample-csv" -> SampleFiles.run(rest, out);
                case "arrays" -> TearSheetOfArrays.run(page(rest));
                case "two-arrays" -> MeasureTwoArrays.main(new String[0]);
                default -> {
                    err.println((program.isEmpty() ? "" : program + ": ") + "There is no such program.");
                    err.println();
                    err.print(USAGE);
                    return WRONG_USE;
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(program + ": " + e.getMessage());
            return WRONG_USE;
        } catch (IOException e) {
            err.println(program + ": A file could not be read or written: " + e.getMessage());
            return WRONG_USE;
        }
    }
}
