package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.EntryBatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A file that could be recorded.
 *
 * @param held the portfolio, held
 * @param batch its new entries
 * @param rows how many rows it has
 * @param matched which of them are new
 * @param units the units of the instruments that it moves, after it
 */
record CheckedFile(
        Portfolio held, EntryBatch batch, int rows, EntryBatch.Matched matched, Map<Symbol, BigDecimal> units) {

    /** What recording it would change. */
    ImportPreview preview() {
        BookComparison books = new BookComparison();
        AtomicReference<LocalDate> first = new AtomicReference<>();
        AtomicReference<LocalDate> last = new AtomicReference<>();
        batch.play(step -> {
            books.take(step);
            if (step.isNew()) {
                first.compareAndSet(null, step.entry().date());
                last.set(step.entry().date());
            }
        });
        return new ImportPreview.Possible(
                rows, matched.fresh(), rows - matched.fresh(), first.get(), last.get(), books.cash(), books.holdings());
    }
}
