package io.quantumleap.adapters.rest.portfolio.preset;

import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.RowError;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A broker's file while it is read. Not safe for use by many threads. */
public final class PresetReading {

    private static final int HEADER_LINE = 1;

    private final BrokerPreset preset;
    private final CsvFile file;
    private final PresetRows rows;

    private PresetReading(BrokerPreset preset, CsvFile file) {
        this.preset = preset;
        this.file = file;
        this.rows = new PresetRows(preset);
    }

    /**
     * Reads the header.
     *
     * @param body the bytes; closing them stays with the caller
     * @throws io.quantumleap.adapters.rest.problem.ProblemException if the body is not CSV, or lacks a column that the
     *     preset needs
     */
    public static PresetReading open(BrokerPreset preset, InputStream body) {
        return new PresetReading(preset, CsvFile.open(body, preset.layout(), header -> errors(preset, header)));
    }

    private static List<FieldError> errors(BrokerPreset preset, List<String> header) {
        List<FieldError> errors = new ArrayList<>();
        for (List<String> names : preset.required()) {
            if (names.stream().noneMatch(header::contains)) {
                errors.add(FieldError.inLine(
                        HEADER_LINE,
                        names.get(0),
                        "missing-column",
                        "The column " + String.join(" or ", names) + " is missing, which a file of the preset "
                                + preset.name() + " has."));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (preset.columns().contains(column) && !seen.add(column)) {
                errors.add(FieldError.inLine(
                        HEADER_LINE, column, "duplicate-column", "The column " + column + " is there twice."));
            }
        }
        return errors;
    }

    /** The rows in our terms, read once. */
    public Iterator<TransactionRow> rows() {
        Iterator<Optional<TransactionRow>> all =
                file.rows(rows::row, error -> Optional.<TransactionRow>of(new TransactionRow.Unreadable(error)));
        return new Iterator<>() {

            private @Nullable TransactionRow ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && all.hasNext()) {
                    ahead = all.next().orElse(null);
                }
                return ahead != null;
            }

            @Override
            public TransactionRow next() {
                if (!hasNext() || ahead == null) {
                    throw new NoSuchElementException();
                }
                TransactionRow row = ahead;
                ahead = null;
                return row;
            }
        };
    }

    /** How many rows have been passed over so far, because the preset knows that they move nothing. */
    public int skipped() {
        return rows.skipped();
    }

    /** The error with the broker's own name of the column. */
    public RowError inBrokersTerms(RowError error) {
        return new RowError(
                error.line(), preset.brokersName(error.column(), file.columns()), error.code(), error.message());
    }
}
