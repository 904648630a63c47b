package io.quantumleap.adapters.rest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.function.Function;

/**
 * A CSV file (RFC 4180) as it comes in: UTF-8 with or without byte order mark, first a header, then rows that are read once
 * and not kept. What is not CSV at all ends the request as malformed.
 */
public final class CsvFile {

    private static final int LONGEST_CELL = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> places;

    private CsvFile(Iterator<CsvRecord> records, List<String> header) {
        this.records = records;
        this.places = new HashMap<>();
        header.forEach(column -> places.put(column, places.size()));
    }

    /**
     * Reads the header.
     *
     * @param body the bytes; closing them stays with the caller
     * @throws ProblemException if the body is not CSV, or its header is not right
     */
    public static CsvFile open(InputStream body, CsvColumns columns) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(new TextReader(body))
                .iterator();
        List<String> header = header(records);
        var errors = columns.errors(header);
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The header of the file is not right; nothing was imported.")
                    .withErrors(errors)
                    .asException();
        }
        return new CsvFile(records, header);
    }

    private static List<String> header(Iterator<CsvRecord> records) {
        return guarded(() -> {
            if (!records.hasNext()) {
                throw malformed("The file is empty.");
            }
            return records.next().getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
        });
    }

    /**
     * The rows, read as they are asked for.
     *
     * @param form makes a row of cells
     * @param broken makes a row that has too many or too few cells
     */
    public <R> Iterator<R> rows(Function<CsvCells, ? extends R> form, Function<RowError, ? extends R> broken) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return guarded(records::hasNext);
            }

            @Override
            public R next() {
                CsvRecord row = guarded(CsvFile.this::nextRecord);
                int line = Math.toIntExact(row.getStartingLineNumber());
                return row.getFieldCount() == places.size()
                        ? form.apply(new CsvCells(line, places, row.getFields()))
                        : broken.apply(new RowError(
                                line,
                                "",
                                "wrong-cell-count",
                                "The row has " + row.getFieldCount() + " cells where the header has " + places.size()
                                        + "."));
            }
        };
    }

    private CsvRecord nextRecord() {
        if (!records.hasNext()) {
            throw new NoSuchElementException();
        }
        return records.next();
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
