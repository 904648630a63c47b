package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Closes of an instrument over a period, earlier ones adjusted for the splits that a portfolio records, so that a split is
 * no fall. Closes are stored as they were traded.
 */
final class AdjustedCloses {

    private final LocalDate[] days;
    private final BigDecimal[] closes;
    private final List<String> notes;

    private AdjustedCloses(LocalDate[] days, BigDecimal[] closes, List<String> notes) {
        this.days = days;
        this.closes = closes;
        this.notes = notes;
    }

    /**
     * Takes the part of a series that a period needs: from the last close before its first day, so that this day has a
     * change as well.
     */
    static AdjustedCloses of(
            PriceSeries series, Optional<LocalDate> from, Optional<LocalDate> to, List<Transaction> splits) {
        int start = from.map(day -> Math.max(0, series.indexOnOrBefore(day.toEpochDay() - 1)))
                .orElse(0);
        int end = to.map(day -> series.indexOnOrBefore(day.toEpochDay())).orElse(series.size() - 1);
        int count = Math.max(0, end - start + 1);
        LocalDate[] days = new LocalDate[count];
        BigDecimal[] closes = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            days[i] = series.date(start + i);
            closes[i] = series.close(start + i);
        }
        List<Transaction> within = splits.stream()
                .filter(split -> count > 0
                        && split.date().isAfter(days[0])
                        && !split.date().isAfter(days[count - 1]))
                .toList();
        within.forEach(split -> adjust(days, closes, split));
        List<String> notes = within.stream()
                .map(split -> "Closes before " + split.date() + " are adjusted for the split of that day.")
                .toList();
        return new AdjustedCloses(days, closes, notes);
    }

    /** The splits of an instrument that the portfolio records. */
    static List<Transaction> splits(ViewLedger ledger, UserId caller, Portfolio portfolio, PriceSeries series) {
        return ledger.effective(caller, portfolio.id()).stream()
                .filter(transaction -> transaction.type() == TransactionType.SPLIT
                        && transaction.symbol().equals(Optional.of(series.symbol())))
                .toList();
    }

    private static void adjust(LocalDate[] days, BigDecimal[] closes, Transaction split) {
        BigDecimal ratio = split.entry().quantity().orElseThrow().value();
        for (int i = 0; i < days.length && days[i].isBefore(split.date()); i++) {
            closes[i] = closes[i].divide(ratio, MathContext.DECIMAL64);
        }
    }

    int size() {
        return days.length;
    }

    LocalDate day(int index) {
        return days[index];
    }

    BigDecimal close(int index) {
        return closes[index];
    }

    List<String> notes() {
        return notes;
    }

    int indexOfHighest() {
        return indexOf(Arrays.stream(closes).max(BigDecimal::compareTo).orElseThrow());
    }

    int indexOfLowest() {
        return indexOf(Arrays.stream(closes).min(BigDecimal::compareTo).orElseThrow());
    }

    private int indexOf(BigDecimal close) {
        return Arrays.asList(closes).indexOf(close);
    }

    /** The change from each close to the next. */
    double[] returns() {
        double[] returns = new double[Math.max(0, closes.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            double before = closes[i].doubleValue();
            returns[i] = (closes[i + 1].doubleValue() - before) / before;
        }
        return returns;
    }
}
