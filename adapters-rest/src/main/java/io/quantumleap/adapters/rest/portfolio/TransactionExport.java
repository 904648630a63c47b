package io.quantumleap.adapters.rest.portfolio;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quantumleap.core.portfolio.Transaction;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The transactions CSV on its way out. It waits on disk, so that a slow reader holds no connection to the database and a long ledger no
 * memory; the file is readable by this server alone and gone after it was sent. Two ledgers with the same entries in the
 * same order give the same bytes. Not safe for use by many threads.
 */
final class TransactionExport implements StreamingOutput, AutoCloseable {

    private final List<String> columns = Stream.concat(
                    TransactionCsv.usualColumns().stream(), TransactionCsv.rareColumns().stream())
            .toList();
    private final BitSet needed = new BitSet();
    private final Path file;
    private final CsvWriter writer;

    TransactionExport() {
        needed.set(0, TransactionCsv.usualColumns().size());
        try {
            file = Files.createTempFile("quantumleap-export", ".csv");
            writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next transaction. */
    void add(Transaction transaction) {
        List<String> cells = TransactionCsv.cells(transaction.entry());
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                needed.set(i);
            }
        }
        writer.writeRecord(cells);
    }

    /** Writes the columns that are needed, and is closed after it. */
    @Override
    public void write(OutputStream out) throws IOException {
        try (this) {
            writer.close();
            CsvWriter sent = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            sent.writeRecord(neededOf(columns));
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
                for (CsvRecord row : rows) {
                    sent.writeRecord(neededOf(row.getFields()));
                }
            }
            sent.flush();
        }
    }

    private List<String> neededOf(List<String> cells) {
        List<String> chosen = new ArrayList<>(needed.cardinality());
        IntStream.range(0, cells.size()).filter(needed::get).forEach(i -> chosen.add(cells.get(i)));
        return chosen;
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
