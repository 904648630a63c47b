package io.quantumleap.chat.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's month has come to so far.
 *
 * @param asOf the moment of the report
 * @param currency of every amount
 * @param rows the settled calls of the month
 * @param reserved what is set aside for calls under way
 * @param limit the budget, or null; read it through {@link #budget()}
 */
public record CostReport(
        Instant asOf,
        Currency currency,
        List<SpendingRow> rows,
        BigDecimal reserved,
        @Nullable Budget limit) {

    private static final int SCALE = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses missing parts and copies the rows. */
    public CostReport {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(currency, "currency");
        rows = List.copyOf(rows);
    }

    /** How a budget stands. */
    public enum Status {
        /** There is none. */
        NONE,
        /** Below the warning. */
        OK,
        /** At the warning or above. */
        WARNING,
        /** At the critical threshold or above. */
        CRITICAL,
        /** All of it is used, and calls go on. */
        EXCEEDED,
        /** All of it is used, and no calls are made. */
        STOPPED
    }

    /**
     * Calls that have something in common, added up.
     *
     * @param cost what those of known price cost
     * @param requests how many there were
     * @param input tokens read
     * @param output tokens written
     * @param unpriced how many had no known price
     * @param estimated how many had their tokens estimated
     */
    public record Sum(BigDecimal cost, long requests, long input, long output, long unpriced, long estimated) {

        private static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0, 0, 0, 0, 0);

        private Sum plus(SpendingRow row) {
            return new Sum(
                    cost.add(row.cost()),
                    requests + row.requests(),
                    input + row.input(),
                    output + row.output(),
                    unpriced + row.unpriced(),
                    estimated + row.estimated());
        }

        /** All tokens. */
        public long tokens() {
            return input + output;
        }

        /** What they cost; empty when no price is known for any of them. */
        public Optional<BigDecimal> knownCost() {
            return requests > 0 && unpriced == requests ? Optional.empty() : Optional.of(cost);
        }
    }

    /** The budget. */
    public Optional<Budget> budget() {
        return Optional.ofNullable(limit);
    }

    /** The month that it is about. */
    public YearMonth month() {
        return YearMonth.from(today());
    }

    /** Everything together. */
    public Sum total() {
        Sum sum = Sum.NOTHING;
        for (SpendingRow row : rows) {
            sum = sum.plus(row);
        }
        return sum;
    }

    /** The same by something that the calls have in common, the dearest first. */
    public <K> Map<K, Sum> by(Function<SpendingRow, K> key) {
        Map<K, Sum> sums = new LinkedHashMap<>();
        for (SpendingRow row : rows) {
            sums.merge(key.apply(row), Sum.NOTHING.plus(row), (one, other) -> one.plus(row));
        }
        Map<K, Sum> ordered = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Sum::cost)
                        .thenComparing(Sum::tokens)
                        .reversed()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** How many days of the month are left after today. */
    public int daysRemaining() {
        return month().lengthOfMonth() - today().getDayOfMonth();
    }

    /** The cost of a day so far, on average over the days of the month that have begun. */
    public BigDecimal dailyAverage() {
        return total().cost().divide(BigDecimal.valueOf(today().getDayOfMonth()), SCALE, RoundingMode.HALF_EVEN);
    }

    /** What the month will come to if it goes on as it did. */
    public BigDecimal projected() {
        return dailyAverage().multiply(BigDecimal.valueOf(month().lengthOfMonth()));
    }

    /** The dearest day. */
    public Optional<Map.Entry<LocalDate, Sum>> peak() {
        return by(SpendingRow::day).entrySet().stream().findFirst();
    }

    /** How the budget stands. */
    public Status status() {
        if (limit == null) {
            return Status.NONE;
        }
        BigDecimal used = limit.usedBy(total().cost());
        if (used.compareTo(HUNDRED) >= 0) {
            return limit.autoStop() ? Status.STOPPED : Status.EXCEEDED;
        }
        if (used.compareTo(limit.critical()) >= 0) {
            return Status.CRITICAL;
        }
        return used.compareTo(limit.warning()) >= 0 ? Status.WARNING : Status.OK;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }
}
