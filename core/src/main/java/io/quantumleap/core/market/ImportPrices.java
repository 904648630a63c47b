package io.quantumleap.core.market;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Objects;

/**
 * Takes in a whole file of prices, all of it or nothing, by the stream: memory does not grow with the file. Safe for use
 * by many threads; files are taken one after the other.
 */
public final class ImportPrices {

    private static final int ROWS_BETWEEN_WORDS = 10_000;

    private final PriceHistory prices;
    private final UnitOfWork work;
    private final PriceNews news;
    private final Clock clock;

    /** Works on these ports. */
    public ImportPrices(PriceHistory prices, UnitOfWork work, EventOutbox outbox, Clock clock) {
        this.prices = Objects.requireNonNull(prices, "prices");
        this.work = Objects.requireNonNull(work, "work");
        this.news = new PriceNews(prices, outbox);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Stores every row; a known day of a symbol is corrected.
     *
     * @param rows the rows in file order, read once and not kept
     */
    public PriceImport importRows(Iterator<? extends PriceRow> rows) {
        return importRows(rows, ReadingProgress.UNHEARD);
    }

    /**
     * The same, and says how far it has come.
     *
     * @param progress told on the way
     */
    public PriceImport importRows(Iterator<? extends PriceRow> rows, ReadingProgress progress) {
        return work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                return new OneFile(batch).take(rows, progress);
            }
        });
    }

    private final class OneFile {

        private final PriceBatch batch;
        private final RowErrors.Collector errors = new RowErrors.Collector();
        private final PriceReader reader = new PriceReader(LocalDate.now(clock), prices.currencies(), errors);
        private int count;

        OneFile(PriceBatch batch) {
            this.batch = batch;
        }

        PriceImport take(Iterator<? extends PriceRow> rows, ReadingProgress progress) {
            while (rows.hasNext()) {
                count++;
                take(rows.next());
                if (count % ROWS_BETWEEN_WORDS == 0) {
                    progress.read(count);
                }
            }
            progress.read(count);
            if (errors.isEmpty()) {
                RowErrors contradictions = batch.contradictions();
                if (contradictions.count() > 0) {
                    return new PriceImport.Refused(contradictions);
                }
                PriceBatch.Counts changes = batch.merge();
                news.tell(changes);
                return new PriceImport.Done(
                        count,
                        changes.added(),
                        changes.corrected(),
                        count - changes.added() - changes.corrected(),
                        reader.symbolCount());
            }
            return new PriceImport.Refused(errors.errors());
        }

        private void take(PriceRow row) {
            if (row instanceof PriceRow.Unreadable unreadable) {
                errors.add(unreadable.error());
            } else if (row instanceof PriceRow.Cells cells) {
                reader.read(cells.line(), cells.fields())
                        .filter(price -> errors.isEmpty())
                        .ifPresent(price -> batch.add(cells.line(), price.symbol(), price.currency(), price.bar()));
            }
        }
    }
}
