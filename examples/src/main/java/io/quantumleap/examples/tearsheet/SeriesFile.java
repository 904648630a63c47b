package io.quantumleap.examples.tearsheet;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a CSV of {@code date,ret[,bench[,rf]]} or {@code date,value} strictly: an error names its line. A byte order mark,
 * blank lines, quoted cells, either kind of line end, and a semicolon or tab in the place of every comma do not matter.
 */
final class SeriesFile {

    private static final List<List<String>> HEADERS = List.of(
            List.of("date", "value"),
            List.of("date", "ret"),
            List.of("date", "ret", "bench"),
            List.of("date", "ret", "bench", "rf"));

    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern QUOTED = Pattern.compile("^\"([^\"]*)\"$");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private final List<String> header;
    private final List<LocalDate> dates = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    private SeriesFile(List<String> header) {
        this.header = header;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not such a file
     */
    static Series read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("There is no file " + path + ".");
        }
        try {
            return of(Files.readAllLines(path)).series();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The file is not UTF-8 text.", e);
        }
    }

    private static SeriesFile of(List<String> lines) {
        int top = 0;
        while (top < lines.size() && withoutMark(lines.get(top)).isBlank()) {
            top++;
        }
        if (top == lines.size()) {
            throw new IllegalArgumentException("The file is empty.");
        }
        String first = withoutMark(lines.get(top)).toLowerCase(Locale.ROOT);
        String separator =
                SEPARATORS.stream().filter(first::contains).findFirst().orElse(",");
        List<String> header = cells(first, separator);
        if (!HEADERS.contains(header)) {
            throw new IllegalArgumentException(
                    "Line " + (top + 1) + ": the header must be date,ret[,bench[,rf]] or date,value.");
        }
        SeriesFile file = new SeriesFile(header);
        for (int i = top + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.add(i + 1, cells(lines.get(i), separator));
            }
        }
        return file;
    }

    private static String withoutMark(String line) {
        return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .map(String::strip)
                .map(cell -> QUOTED.matcher(cell).replaceFirst("$1").strip())
                .toList();
    }

    private void add(int line, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("Line " + line + ": there must be " + header.size() + " cells.");
        }
        LocalDate date = date(line, cells.get(0));
        if (!dates.isEmpty() && !date.isAfter(dates.get(dates.size() - 1))) {
            throw new IllegalArgumentException("Line " + line + ": the dates must ascend, but " + date
                    + " does not come after " + dates.get(dates.size() - 1) + ".");
        }
        dates.add(date);
        double[] row = new double[header.size() - 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = number(line, header.get(column + 1), cells.get(column + 1));
        }
        rows.add(row);
    }

    private static LocalDate date(int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Line " + line + ": the date must look like 2026-01-31.", e);
        }
    }

    private static double number(int line, String column, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Line " + line + ": " + column
                    + " is missing. Nothing is filled in: leave" + " the row out, or the column.");
        }
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (Double.isFinite(number)) {
            return number;
        }
        throw new IllegalArgumentException(
                "Line " + line + ": " + column + " must be a number like 0.0123, not \"" + text + "\".");
    }

    private Series series() {
        int needed = header.contains("value") ? 2 : 1;
        if (rows.size() < needed) {
            throw new IllegalArgumentException("There is no return to measure: the file needs at least " + needed
                    + (needed == 1 ? " row" : " rows") + " below its header.");
        }
        return header.contains("value")
                ? Series.ofValues(dates, column("value").orElseThrow())
                : Series.ofReturns(dates, column("ret").orElseThrow(), column("bench"), column("rf"));
    }

    private Optional<double[]> column(String name) {
        int index = header.indexOf(name) - 1;
        return index < 0
                ? Optional.empty()
                : Optional.of(rows.stream().mapToDouble(row -> row[index]).toArray());
    }
}
