package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset;
import io.quantumleap.adapters.rest.portfolio.preset.PresetReading;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.RowErrors;
import java.io.InputStream;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** A transactions file while it is read, ours or a broker's. Not safe for use by many threads. */
final class TransactionUpload {

    /** So often that a person sees it move, so seldom that it costs nothing. */
    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    private final Iterator<TransactionRow> rows;
    private final UnaryOperator<RowErrors> inTermsOfTheFile;
    private final IntSupplier skipped;
    private final boolean brokers;

    private TransactionUpload(
            Iterator<TransactionRow> rows,
            UnaryOperator<RowErrors> inTermsOfTheFile,
            IntSupplier skipped,
            boolean brokers) {
        this.rows = rows;
        this.inTermsOfTheFile = inTermsOfTheFile;
        this.skipped = skipped;
        this.brokers = brokers;
    }

    /** A file in our own form. */
    static TransactionUpload ours(InputStream body) {
        return new TransactionUpload(
                CsvFile.open(body, TransactionCsv.COLUMNS).rows(TransactionCsv::row, TransactionRow.Unreadable::new),
                UnaryOperator.identity(),
                () -> 0,
                false);
    }

    /** A file as a broker wrote it. */
    static TransactionUpload brokers(BrokerPreset preset, InputStream body) {
        PresetReading reading = PresetReading.open(preset, body);
        return new TransactionUpload(
                reading.rows(),
                errors -> new RowErrors(
                        errors.listed().stream().map(reading::inBrokersTerms).toList(), errors.count()),
                reading::skipped,
                true);
    }

    /**
     * The rows, read once.
     *
     * @param progress hears now and then how many were read, and at their end
     */
    Iterator<TransactionRow> rows(IntConsumer progress) {
        return new Iterator<>() {

            private int read;
            private boolean told;

            @Override
            public boolean hasNext() {
                boolean more = rows.hasNext();
                if (!more && !told) {
                    told = true;
                    progress.accept(read);
                }
                return more;
            }

            @Override
            public TransactionRow next() {
                TransactionRow row = rows.next();
                if (++read % ROWS_BETWEEN_REPORTS == 0) {
                    progress.accept(read);
                }
                return row;
            }
        };
    }

    /** The errors with the names that the file has for its columns. */
    RowErrors named(RowErrors errors) {
        return inTermsOfTheFile.apply(errors);
    }

    /** How many rows of a broker's file were passed over; empty for our own. */
    OptionalInt skipped() {
        return brokers ? OptionalInt.of(skipped.getAsInt()) : OptionalInt.empty();
    }
}
