package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.valuation.port.InMemoryStoredValuations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is brought up to date step by step is, to the last digit, what a computation from the beginning gives. */
class IncrementalValuationTest {

    private static final LocalDate START = LocalDate.of(2024, 11, 1);
    private static final int SPAN = 600;
    private static final String[] SYMBOLS = {"AAA EUR", "BBB EUR", "CCC USD", "DDD USD", "EEE GBP"};
    private static final String[] METHODS = {"fifo", "lifo", "highest_cost", "average_cost"};

    /** One portfolio, looked at in both ways. */
    private static final class Desk {

        private final Office office = new Office("EUR");
        private final InMemoryStoredValuations stored = new InMemoryStoredValuations();
        private final ValuePortfolio value = new ValuePortfolio(
                office.portfolios, office.transactions, office.prices, stored, new OneAtATime(), Office.CLOCK);
        private final ViewHoldings holdings =
                new ViewHoldings(office.portfolios, office.transactions, office.prices, stored, Office.CLOCK);
        private final ViewSummary summary =
                new ViewSummary(office.portfolios, office.transactions, office.prices, stored, Office.CLOCK);
        private final ViewLots lots =
                new ViewLots(office.portfolios, office.transactions, office.prices, stored, Office.CLOCK);
        private final List<Transaction> trades = new ArrayList<>();
        private final Set<TransactionType> kinds = EnumSet.noneOf(TransactionType.class);
        private final Set<String> marks = new TreeSet<>();

        void record(String row) {
            if (office.recordTransaction.record(office.user, office.portfolio.id(), Office.fields(row))
                    instanceof Recording.Done done) {
                trades.add(done.transaction());
                kinds.add(done.transaction().entry().type());
            }
        }

        void refresh() {
            value.refresh(office.user, office.portfolio.id());
        }

        void isTheSameBothWays(LocalDate from, LocalDate to, LocalDate asOf) {
            var user = office.user;
            var id = office.portfolio.id();
            assertThat(holdings.view(user, id, asOf)).isEqualTo(office.viewHoldings.view(user, id, asOf));
            assertThat(summary.view(user, id, asOf)).isEqualTo(office.viewSummary.view(user, id, asOf));
            assertThat(lots.view(user, id, asOf)).isEqualTo(office.viewLots.view(user, id, asOf));
            Valued<ValuationSeries> series = value.daily(user, id, from, to);
            assertThat(series).isEqualTo(office.valuePortfolio.daily(user, id, from, to));
            series.map(ValuationSeries::days).fold(this::note, missing -> false);
        }

        private boolean note(List<DailyValue> days) {
            days.stream().map(DailyValue::provenance).forEach(provenance -> {
                marks.add(provenance.staleHoldings() > 0 ? "stale price" : "fresh prices");
                marks.add(provenance.staleRates().isEmpty() ? "fresh rates" : "stale rate");
                marks.add(provenance.crossRates().isEmpty() ? "direct rates" : "cross rate");
            });
            return true;
        }
    }

    /** One random course of business. */
    private static final class Course {

        private final Desk desk = new Desk();
        private final Random random;

        Course(long seed) {
            random = new Random(seed);
            desk.office.under("short").under(METHODS[random.nextInt(METHODS.length)]);
            List<String> rates = new ArrayList<>();
            for (int day = -20; day < SPAN; day += 1 + random.nextInt(random.nextInt(9) == 0 ? 30 : 6)) {
                rates.add(START.plusDays(day) + " USD/EUR 0." + (8_000 + random.nextInt(1_999)) + " EUR");
                rates.add(START.plusDays(day) + " GBP/USD 1." + (2_000 + random.nextInt(1_999)) + " USD");
            }
            desk.office.price(rates.toArray(String[]::new));
        }

        void run(int steps) {
            for (int step = 0; step < steps; step++) {
                happen();
                if (random.nextInt(3) == 0) {
                    desk.refresh();
                }
                if (random.nextInt(2) == 0) {
                    LocalDate from = random.nextBoolean() ? null : someDay();
                    LocalDate to = random.nextBoolean() ? null : someDay();
                    desk.isTheSameBothWays(from, to, random.nextBoolean() ? null : someDay());
                }
            }
            desk.refresh();
            desk.isTheSameBothWays(null, null, null);
        }

        private LocalDate someDay() {
            return START.plusDays(random.nextInt(SPAN));
        }

        private String number(int low, int high, int scale) {
            return BigDecimal.valueOf(low + (long) random.nextInt(high - low), scale)
                    .toPlainString();
        }

        private void happen() {
            String[] instrument = SYMBOLS[random.nextInt(SYMBOLS.length)].split(" ", 2);
            String symbol = instrument[0];
            String currency = instrument[1];
            LocalDate day = someDay();
            switch (random.nextInt(19)) {
                case 0, 1, 2 ->
                    desk.record(day + " buy " + symbol + " " + number(1, 10_000, 3) + " " + number(100, 9_000, 2)
                            + " 1.5 - " + currency);
                case 3, 4 ->
                    desk.record(day + " sell " + symbol + " " + number(1, 3_000, 3) + " " + number(100, 9_000, 2)
                            + " 0.5 - " + currency);
                case 5 -> desk.record(day + " deposit - - - - " + number(1, 100_000, 2) + " " + currency);
                case 6 -> desk.record(day + " dividend " + symbol + " - - - " + number(1, 9_000, 2) + " " + currency);
                case 7 -> desk.record(day + " split " + symbol + " " + (random.nextBoolean() ? "2" : "0.5"));
                case 8 ->
                    desk.record(day + " transfer_in " + symbol + " " + number(1, 9_000, 3)
                            + (random.nextBoolean() ? " " + number(1, 999, 1) : " -") + " - - " + currency);
                case 9 -> {
                    if (!desk.trades.isEmpty()) {
                        desk.office.reverse(desk.trades
                                .get(random.nextInt(desk.trades.size()))
                                .id());
                    }
                }
                case 10 -> prices(symbol, currency, day, 1);
                case 11, 12 -> prices(symbol, currency, day, 1 + random.nextInt(90));
                case 13, 15 -> corporateAction(symbol, currency, day);
                case 14, 16 -> money(symbol, currency, day);
                case 17 -> desk.office.price(day + " GBP/EUR 1." + (1_000 + random.nextInt(999)) + " EUR");
                default -> owed(day);
            }
            if (random.nextInt(25) == 0) {
                desk.office.under(METHODS[random.nextInt(METHODS.length)]);
            }
        }

        private void corporateAction(String symbol, String currency, LocalDate day) {
            String other = symbol.charAt(0) + (random.nextBoolean() ? "NEW" : "OLD");
            switch (random.nextInt(5)) {
                case 0, 4 ->
                    desk.record(day + " spin_off " + symbol + " 0." + number(1, 99, 0) + " - - - " + currency
                            + " - to_symbol:" + other + " cost_fraction:0." + number(10, 99, 0));
                case 1 ->
                    desk.record(day + " merger " + symbol + " " + number(1, 30, 1) + " - - "
                            + (random.nextBoolean() ? "-" : number(1, 9_000, 2)) + " " + currency + " - to_symbol:"
                            + other);
                case 2 -> desk.record(day + " symbol_change " + symbol + " - - - - - - to_symbol:" + other);
                default ->
                    desk.record(day + " reinvested_dividend " + symbol + " " + number(1, 900, 3) + " "
                            + number(100, 9_000, 2) + " - - " + currency + " - tax:0.01");
            }
            if (random.nextBoolean()) {
                prices(other, currency, day.plusDays(random.nextInt(9)), 1 + random.nextInt(40));
            }
        }

        private void money(String symbol, String currency, LocalDate day) {
            switch (random.nextInt(5)) {
                case 0 ->
                    desk.record(day + " fx - - - - " + number(1, 9_000, 2) + " " + currency + " - to_amount:"
                            + number(1, 9_000, 2) + " to_currency:" + (currency.equals("EUR") ? "USD" : "EUR"));
                case 1 ->
                    desk.record(day + " interest - - - - " + number(1, 9_000, 2) + " " + currency + " - tax:0.01");
                case 2 -> desk.record(day + " fee - - - - " + number(1, 9_000, 2) + " " + currency);
                case 3 -> desk.record(day + " withdrawal - - - - " + number(1, 9_000, 2) + " " + currency);
                default ->
                    desk.record(day + " transfer_out " + symbol + " " + number(1, 900, 3) + " - - - " + currency);
            }
        }

        /** Covers whatever is owed on the day; else goes short in something that is not held. */
        private void owed(LocalDate day) {
            int before = desk.trades.size();
            for (String type : List.of("cover", "short")) {
                for (String one : SYMBOLS) {
                    if (desk.trades.size() == before) {
                        String[] instrument = one.split(" ", 2);
                        desk.record(day + " " + type + " " + instrument[0] + " " + number(1, 900, 3) + " "
                                + number(100, 9_000, 2) + " 0.5 - " + instrument[1]);
                    }
                }
            }
        }

        /** Closes on some days, known ones among them, which are corrected. */
        private void prices(String symbol, String currency, LocalDate from, int count) {
            List<String> rows = new ArrayList<>();
            LocalDate end = START.plusDays(SPAN);
            LocalDate day = from;
            for (int i = 0; i < count && day.isBefore(end); i++) {
                rows.add(day + " " + symbol + " " + number(100, 9_999, 2) + " " + currency);
                day = day.plusDays(1 + random.nextInt(4));
            }
            desk.office.price(rows.toArray(String[]::new));
        }
    }

    @Property(tries = 150)
    void givesWhatAComputationFromTheBeginningGives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
        new Course(seed).run(steps);
    }

    /** The only instrument that had a close on the day of a checkpoint turns out never to have been held. */
    @Test
    void looksAtTheLastDayThatCountsThoughACheckpointIsLater() {
        new Course(-1_198_758).run(13);
    }

    /** A course that the rules of the ledger keep from its business would show nothing. */
    @Test
    void triesEveryKindOfTransactionAndOfAge() {
        Set<TransactionType> tried = EnumSet.noneOf(TransactionType.class);
        Set<String> marks = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            Course course = new Course(seed);
            course.run(40);
            tried.addAll(course.desk.kinds);
            marks.addAll(course.desk.marks);
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(tried))).isEqualTo(EnumSet.of(TransactionType.TAX));
        assertThat(marks)
                .containsExactly(
                        "cross rate", "direct rates", "fresh prices", "fresh rates", "stale price", "stale rate");
    }

    @Test
    void goesOnFromTheLatestCheckpointThatStillHolds() {
        Desk desk = new Desk();
        desk.office.book("2024-01-02 deposit - - - - 1000", "2024-01-02 buy AAA 10 5");
        for (int year = 2024; year <= 2026; year++) {
            desk.office.price(year + "-02-01 AAA 6 EUR", year + "-03-01 AAA 7 EUR");
        }
        desk.refresh();
        long before =
                desk.stored.stamp(desk.office.portfolio.id()).orElseThrow().generation();
        var untouched = desk.stored.days(desk.office.portfolio.id(), before, null, LocalDate.of(2025, 2, 1));

        desk.office.price("2025-03-01 AAA 8 EUR");
        desk.refresh();

        assertThat(desk.stored.days(desk.office.portfolio.id(), before + 1, null, LocalDate.of(2025, 2, 1)))
                .isEqualTo(untouched);
        desk.isTheSameBothWays(null, null, null);
    }

    @Test
    void doesNothingWhenNothingHasChanged() {
        Desk desk = new Desk();
        desk.office.book("2024-01-02 deposit - - - - 1000").price("2024-01-02 ZZZ 6 EUR");
        desk.refresh();
        desk.office.price("2024-01-03 ZZZ 6 EUR");
        desk.refresh();

        assertThat(desk.stored.stamp(desk.office.portfolio.id()).orElseThrow().generation())
                .isEqualTo(1);
    }

    @Test
    void givesTheWriteInTheNextReadWithoutARefresh() {
        Desk desk = new Desk();
        desk.office.book("2024-01-02 deposit - - - - 1000");
        desk.refresh();
        desk.office.book("2024-01-02 deposit - - - - 500");

        assertThat(Office.known(desk.holdings.view(desk.office.user, desk.office.portfolio.id(), null))
                        .total())
                .isEqualTo(Office.eur("1500"));
        assertThat(Office.known(desk.value.daily(desk.office.user, desk.office.portfolio.id(), null, null))
                        .days()
                        .get(0)
                        .value())
                .isEqualTo(Office.eur("1500"));
    }

    @Test
    void computesForItselfWhileSomebodyElseIsAtTheStoredValues() {
        Desk desk = new Desk();
        desk.office.book("2024-01-02 deposit - - - - 1000");
        desk.stored.claimedByAnother(true);
        desk.refresh();

        desk.isTheSameBothWays(null, null, null);
        assertThat(desk.stored.stamp(desk.office.portfolio.id())).isEmpty();
        desk.stored.claimedByAnother(false);
        desk.isTheSameBothWays(null, null, null);
        assertThat(desk.stored.stamp(desk.office.portfolio.id())).isPresent();
    }

    @Test
    void storesNothingWhilePricesAreMissing() {
        Desk desk = new Desk();
        desk.office.book("2024-01-02 transfer_in AAA 5", "2024-02-02 deposit - - - - 7");
        desk.refresh();

        assertThat(desk.stored.stamp(desk.office.portfolio.id())).isEmpty();
        desk.isTheSameBothWays(null, null, null);
        desk.office.price("2024-01-01 AAA 5 EUR");
        desk.isTheSameBothWays(null, null, null);
        assertThat(desk.stored.stamp(desk.office.portfolio.id())).isPresent();
    }
}
