package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every ledger, tried on random ones against a model that keeps no lots. */
class LedgerLawsTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final String[] SYMBOLS = {"AAA", "BBB", "CCC"};

    /** A random ledger as rows, with what a child would make of it: cash and quantities, no lots. */
    private static final class Play {

        private final Random random;
        private final List<String> rows = new ArrayList<>();
        private final List<String> prices = new ArrayList<>();
        private final Map<String, BigDecimal> held = new TreeMap<>();
        private final Map<String, BigDecimal> lastClose = new TreeMap<>();
        private BigDecimal cash = BigDecimal.ZERO;
        private BigDecimal contributed = BigDecimal.ZERO;
        private BigDecimal income = BigDecimal.ZERO;

        Play(long seed, int days, boolean transfers) {
            random = new Random(seed);
            for (int i = 0; i < days; i++) {
                LocalDate day = START.plusDays(i);
                closes(day);
                int count = random.nextInt(4);
                for (int j = 0; j < count; j++) {
                    happen(day, transfers);
                }
            }
        }

        private void closes(LocalDate day) {
            for (String symbol : SYMBOLS) {
                BigDecimal close = decimal(100, 20_000, 2);
                lastClose.put(symbol, close);
                prices.add(day + " " + symbol + " " + close + " EUR");
            }
        }

        private BigDecimal decimal(int low, int high, int scale) {
            return BigDecimal.valueOf(low + random.nextInt(high - low), scale);
        }

        private void happen(LocalDate day, boolean transfers) {
            String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
            BigDecimal quantity = held.getOrDefault(symbol, BigDecimal.ZERO);
            BigDecimal amount = decimal(1, 100_000, 2);
            switch (random.nextInt(transfers ? 9 : 7)) {
                case 0 -> {
                    contribute(amount);
                    rows.add(day + " deposit - - - - " + amount);
                }
                case 1 -> {
                    contribute(amount.negate());
                    rows.add(day + " withdrawal - - - - " + amount);
                }
                case 2, 3 -> buy(day, symbol);
                case 4 -> {
                    if (quantity.signum() > 0) {
                        sell(day, symbol, part(quantity));
                    }
                }
                case 5 -> {
                    cash = cash.add(amount);
                    income = income.add(amount);
                    rows.add(day + " dividend " + symbol + " - - - " + amount);
                }
                case 6 -> {
                    cash = cash.subtract(amount);
                    income = income.subtract(amount);
                    rows.add(day + (random.nextBoolean() ? " fee" : " tax") + " - - - - " + amount);
                }
                case 7 -> {
                    BigDecimal more = decimal(1, 100_000, 3);
                    held.merge(symbol, more, BigDecimal::add);
                    contributed = contributed.add(more.multiply(lastClose.get(symbol)));
                    rows.add(day + " transfer_in " + symbol + " " + more.toPlainString());
                }
                default -> {
                    if (quantity.signum() > 0) {
                        BigDecimal less = part(quantity);
                        held.merge(symbol, less.negate(), BigDecimal::add);
                        contributed = contributed.subtract(less.multiply(lastClose.get(symbol)));
                        rows.add(day + " transfer_out " + symbol + " " + less.toPlainString());
                    }
                }
            }
        }

        private void contribute(BigDecimal amount) {
            cash = cash.add(amount);
            contributed = contributed.add(amount);
        }

        private BigDecimal part(BigDecimal quantity) {
            return random.nextInt(3) == 0
                    ? quantity
                    : quantity.multiply(decimal(1, 100, 2))
                            .setScale(3, java.math.RoundingMode.UP)
                            .min(quantity);
        }

        private void buy(LocalDate day, String symbol) {
            BigDecimal quantity = decimal(1, 100_000, 3);
            BigDecimal price = decimal(1, 1_000_000, 4);
            BigDecimal fee = decimal(0, 500, 2);
            held.merge(symbol, quantity, BigDecimal::add);
            cash = cash.subtract(cents(quantity.multiply(price))).subtract(fee);
            rows.add(day + " buy " + symbol + " " + quantity + " " + price + " " + fee);
        }

        private void sell(LocalDate day, String symbol, BigDecimal quantity) {
            BigDecimal price = decimal(1, 1_000_000, 4);
            BigDecimal fee = decimal(0, 500, 2);
            held.merge(symbol, quantity.negate(), BigDecimal::add);
            cash = cash.add(cents(quantity.multiply(price))).subtract(fee);
            rows.add(day + " sell " + symbol + " " + quantity.toPlainString() + " " + price + " " + fee);
        }

        private static BigDecimal cents(BigDecimal amount) {
            return amount.setScale(2, java.math.RoundingMode.HALF_EVEN);
        }

        BigDecimal value() {
            BigDecimal value = cash;
            for (Map.Entry<String, BigDecimal> one : held.entrySet()) {
                value = value.add(one.getValue().multiply(lastClose.get(one.getKey())));
            }
            return value;
        }

        Office office() {
            return new Office("EUR").price(prices.toArray(String[]::new));
        }
    }

    private static Money eur(BigDecimal amount) {
        return Office.eur(amount.toPlainString());
    }

    private static List<String> held(HoldingsView view) {
        return view.holdings().stream()
                .map(holding -> holding.symbol() + " " + holding.quantity())
                .sorted()
                .toList();
    }

    @Property(tries = 60)
    void holdsWhatTheNaiveModelHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int days) {
        Play play = new Play(seed, days, true);
        Office office = play.office().book(play.rows);
        String last = START.plusDays(days - 1).toString();

        HoldingsView view = office.holdings(last);

        assertThat(view.cash()).containsExactly(eur(play.cash));
        assertThat(held(view))
                .isEqualTo(play.held.entrySet().stream()
                        .filter(one -> one.getValue().signum() > 0)
                        .map(one -> one.getKey() + " "
                                + one.getValue().stripTrailingZeros().toPlainString())
                        .toList());
        assertThat(view.total()).isEqualTo(eur(play.value()));
        office.lots(last).lots().forEach(lot -> assertThat(lot.quantity().isZero())
                .isFalse());
    }

    @Property(tries = 60)
    void explainsEveryCentOfGain(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int days) {
        Play play = new Play(seed, days, false);
        Office office = play.office().book(play.rows);

        PortfolioSummary summary = office.summary(START.plusDays(days - 1).toString());

        assertThat(summary.netContributions()).isEqualTo(eur(play.contributed));
        assertThat(summary.gain().rounded())
                .isEqualTo(summary.realisedGain()
                        .plus(summary.unrealisedGain())
                        .plus(eur(play.income))
                        .rounded());
    }

    @Property(tries = 60)
    void conservesValueFromDayToDay(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int days) {
        Play play = new Play(seed, days, true);
        Office office = play.office().book(play.rows);
        List<DailyValue> series = office.daily(null, null).days();
        if (play.rows.isEmpty()) {
            assertThat(series).isEmpty();
            return;
        }

        Money flows =
                series.stream().map(day -> day.inflow().minus(day.outflow())).reduce(Office.eur("0"), Money::plus);
        assertThat(flows).isEqualTo(eur(play.contributed));
        for (DailyValue day : series) {
            assertThat(day.value())
                    .isEqualTo(office.holdings(day.date().toString()).total());
            assertThat(day.carriedForward()).isFalse();
        }
        assertThat(series).extracting(DailyValue::date).doesNotHaveDuplicates().isSorted();
    }

    @Property(tries = 40)
    void takesAFileInTwoOverlappingPartsForTheWhole(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int days, @ForAll Random cut) {
        Play play = new Play(seed, days, true);
        List<String> rows = distinct(play.rows);
        int end = rows.isEmpty() ? 0 : cut.nextInt(rows.size() + 1);
        int start = end == 0 ? 0 : cut.nextInt(end + 1);
        Office whole = play.office().book(rows);
        Office parts = play.office().book(rows.subList(0, end)).book(rows.subList(start, rows.size()));
        String last = START.plusDays(days - 1).toString();

        assertThat(parts.holdings(last).total()).isEqualTo(whole.holdings(last).total());
        assertThat(parts.lots(last).lots()).isEqualTo(whole.lots(last).lots());
        assertThat(parts.now().ledger()).isEqualTo(whole.now().ledger());
        assertThat(parts.importFile(rows)).isEqualTo(new TransactionImport.Done(rows.size(), 0, rows.size()));
    }

    /** Equal rows in two parts that do not overlap look like one row in two overlapping ones, so here none are equal. */
    private static List<String> distinct(List<String> rows) {
        List<String> named = new ArrayList<>();
        for (String row : rows) {
            int cells = row.split(" ", -1).length;
            named.add(row + " -".repeat(8 - cells) + " id-" + named.size());
        }
        return named;
    }

    @Property(tries = 40)
    void doesNotCareInWhichOrderTheDaysStand(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int days, @ForAll Random shuffle) {
        Play play = new Play(seed, days, true);
        Map<String, List<String>> byDay = play.rows.stream()
                .collect(Collectors.groupingBy(row -> row.substring(0, 10), LinkedHashMap::new, Collectors.toList()));
        List<List<String>> groups = new ArrayList<>(byDay.values());
        Collections.shuffle(groups, shuffle);
        // a last line out of order keeps the file from descending, which would turn the days around as well
        List<String> shuffled = groups.stream().flatMap(List::stream).collect(Collectors.toList());
        shuffled.add(0, START + " deposit - - - - 1");
        shuffled.add(START + " deposit - - - - 1");
        shuffled.add(START.plusDays(1) + " deposit - - - - 1");
        List<String> inOrder = new ArrayList<>(play.rows);
        inOrder.add(0, START + " deposit - - - - 1");
        inOrder.add(START + " deposit - - - - 1");
        inOrder.add(START.plusDays(1) + " deposit - - - - 1");
        String last = START.plusDays(days).toString();

        Office one = play.office().book(inOrder);
        Office other = play.office().book(shuffled);

        assertThat(other.lots(last).lots()).isEqualTo(one.lots(last).lots());
        assertThat(other.holdings(last).total()).isEqualTo(one.holdings(last).total());
    }

    @Property(tries = 40)
    void returnsToWhereItWasWhenTheLastTransactionIsReversed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int days) {
        Play play = new Play(seed, days, true);
        if (play.rows.isEmpty()) {
            return;
        }
        String last = START.plusDays(days - 1).toString();
        Office without = play.office().book(play.rows.subList(0, play.rows.size() - 1));
        Office with = play.office().book(play.rows.subList(0, play.rows.size() - 1));
        with.reverse(with.record(play.rows.get(play.rows.size() - 1)).id());

        assertThat(with.lots(last).lots()).isEqualTo(without.lots(last).lots());
        assertThat(with.holdings(last).total()).isEqualTo(without.holdings(last).total());
        assertThat(with.holdings(last).cash()).isEqualTo(without.holdings(last).cash());
    }
}
