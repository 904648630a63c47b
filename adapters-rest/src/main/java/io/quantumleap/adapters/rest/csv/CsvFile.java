package io.quantumleap.adapters.rest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.RowError;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) as it comes in: UTF-8 with or without byte order mark, first a header, then rows that are read once
 * and not kept. What is not CSV at all ends the request as malformed.
 */
public final class CsvFile {

    private static final int LONGEST_CELL = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int MOST_LINES_BEFORE_THE_HEADER = 20;

    private final Iterator<CsvRecord> records;
    private final CsvLayout layout;
    private final int width;
    private final Map<String, Integer> places = new HashMap<>();

    private CsvFile(Iterator<CsvRecord> records, CsvLayout layout, List<String> header) {
        this.records = records;
        this.layout = layout;
        this.width = header.size();
        for (int i = 0; i < width; i++) {
            places.putIfAbsent(header.get(i), i);
        }
    }

    /**
     * Reads the header.
     *
     * @param body the bytes; closing them stays with the caller
     * @throws ProblemException if the body is not CSV, or its header is not right
     */
    public static CsvFile open(InputStream body, CsvColumns columns) {
        return open(body, CsvLayout.PLAIN, columns::errors);
    }

    /**
     * Reads the header of a file that is laid out in another way.
     *
     * @param body the bytes; closing them stays with the caller
     * @param check says what is wrong with a header, whose names are in lower case
     * @throws ProblemException if the body is not CSV, or its header is not right
     */
    public static CsvFile open(InputStream body, CsvLayout layout, Function<List<String>, List<FieldError>> check) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(new TextReader(body))
                .stream()
                .filter(CsvFile::hasContent)
                .iterator();
        List<String> header = header(records, layout);
        List<FieldError> errors = check.apply(header);
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The header of the file is not right; nothing was imported.")
                    .withErrors(errors)
                    .asException();
        }
        return new CsvFile(records, layout, header);
    }

    /** Spreadsheets leave rows of empty cells behind their data. */
    private static boolean hasContent(CsvRecord row) {
        return row.getFields().stream().anyMatch(cell -> !cell.isBlank());
    }

    private static List<String> header(Iterator<CsvRecord> records, CsvLayout layout) {
        return guarded(() -> {
            if (!records.hasNext()) {
                throw malformed("The file is empty.");
            }
            for (int line = 0; line < MOST_LINES_BEFORE_THE_HEADER && records.hasNext(); line++) {
                List<String> cells = records.next().getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
                if (layout.isHeader(cells)) {
                    return cells;
                }
            }
            throw malformed(
                    "There is no header that begins with the column \u201c" + layout.headerBegins() + "\u201d.");
        });
    }

    /** The columns of the header, in lower case. */
    public Set<String> columns() {
        return Set.copyOf(places.keySet());
    }

    /**
     * The rows, read as they are asked for.
     *
     * @param form makes a row of cells
     * @param broken makes a row that has too many or too few cells
     */
    public <R> Iterator<R> rows(Function<CsvCells, ? extends R> form, Function<RowError, ? extends R> broken) {
        return new Iterator<>() {

            private @Nullable CsvRecord ahead;
            private boolean over;

            @Override
            public boolean hasNext() {
                if (ahead == null && !over) {
                    Optional<CsvRecord> row = guarded(CsvFile.this::nextRecord);
                    over = row.isEmpty() || layout.isOverAt(row.get().getFields());
                    ahead = row.orElse(null);
                }
                return !over;
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                CsvRecord row = Objects.requireNonNull(ahead);
                ahead = null;
                int line = Math.toIntExact(row.getStartingLineNumber());
                return fits(row.getFields())
                        ? form.apply(new CsvCells(line, places, row.getFields()))
                        : broken.apply(new RowError(
                                line,
                                "",
                                "wrong-cell-count",
                                "The row has " + row.getFieldCount() + " cells where the header has " + width + "."));
            }
        };
    }

    private boolean fits(List<String> cells) {
        return cells.size() == width
                || (layout.trailingCells()
                        && cells.size() > width
                        && cells.subList(width, cells.size()).stream().allMatch(String::isBlank));
    }

    private Optional<CsvRecord> nextRecord() {
        return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    }

    /** One step of reading. */
    @FunctionalInterface
    private interface Step<R> {

        R take();
    }

    private static <R> R guarded(Step<R> step) {
        try {
            return step.take();
        } catch (CsvParseException | UncheckedIOException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException refused) {
                    throw refused;
                }
                if (cause instanceof CharacterCodingException) {
                    throw malformed("The file is not UTF-8 text.");
                }
            }
            if (failure instanceof UncheckedIOException broken) {
                throw broken;
            }
            throw malformed("The file is not CSV: a quote is not closed, or a cell is longer than 64 kB.");
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail + " Nothing was imported.")
                .asException();
    }

    /** Decodes strictly, passes over a byte order mark and refuses what no text file has. */
    private static final class TextReader extends FilterReader {

        private boolean begun;

        TextReader(InputStream body) {
            super(new InputStreamReader(
                    body,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = begun ? in.read(target, offset, length) : readFirst(target, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (target[i] == '\0') {
                    throw malformed("The file is binary, not text.");
                }
            }
            return count;
        }

        private int readFirst(char[] target, int offset, int length) throws IOException {
            begun = true;
            Reader text = in;
            int first = text.read();
            if (first < 0) {
                return -1;
            }
            if (first == BYTE_ORDER_MARK) {
                return text.read(target, offset, length);
            }
            target[offset] = (char) first;
            return 1;
        }
    }
}
