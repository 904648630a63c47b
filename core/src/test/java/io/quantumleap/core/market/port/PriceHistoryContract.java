package io.quantumleap.core.market.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PriceHistory} keeps. */
public abstract class PriceHistoryContract {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 28);
    private static final Symbol DAX = new Symbol("DAX");
    private static final Symbol RATE = new Symbol("GBP/EUR");

    private PriceHistory prices;
    private UnitOfWork work;

    /** The adapter under test, without a price. */
    protected abstract PriceHistory prices();

    /** The unit of work that the adapter stands on. */
    protected abstract UnitOfWork work();

    @BeforeEach
    void setUp() {
        prices = prices();
        work = work();
    }

    private record Row(Symbol symbol, LocalDate date, String close) {}

    private PriceBatch.Counts store(Row... rows) {
        return work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                int line = 2;
                for (Row row : rows) {
                    batch.add(line++, row.symbol(), EUR, PriceBar.close(row.date(), new BigDecimal(row.close())));
                }
                assertThat(batch.contradictions().count()).isZero();
                return batch.merge();
            }
        });
    }

    @Test
    void givesBackEveryDigitInDateOrder() {
        store(new Row(DAX, DAY.plusDays(1), "101.0123456789"), new Row(DAX, DAY, "100"), new Row(RATE, DAY, "1.17"));

        PriceSeries series = prices.series(Set.of(DAX, new Symbol("NONE")), DAY, DAY.plusDays(9))
                .get(DAX);
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.date(0)).isEqualTo(DAY);
        assertThat(series.close(0)).isEqualByComparingTo("100");
        assertThat(series.close(1)).isEqualByComparingTo("101.0123456789");
        assertThat(series.currency()).isEqualTo(EUR);
        assertThat(prices.series(Set.of(new Symbol("NONE")), DAY, DAY)).isEmpty();
    }

    @Test
    void startsASeriesWithTheLastCloseBeforeTheRange() {
        store(
                new Row(DAX, DAY.minusDays(9), "80"),
                new Row(DAX, DAY.minusDays(5), "90"),
                new Row(DAX, DAY.plusDays(1), "100"),
                new Row(DAX, DAY.plusDays(5), "110"));

        PriceSeries series = prices.series(Set.of(DAX), DAY, DAY.plusDays(2)).get(DAX);

        assertThat(List.of(series.date(0), series.date(series.size() - 1)))
                .containsExactly(DAY.minusDays(5), DAY.plusDays(1));
        assertThat(series.size()).isEqualTo(2);
    }

    @Test
    void findsTheLatestCloseOfEach() {
        store(new Row(DAX, DAY, "100"), new Row(DAX, DAY.plusDays(2), "102"), new Row(RATE, DAY.plusDays(2), "1.17"));

        Map<Symbol, Quote> latest = prices.latest(Set.of(DAX, RATE, new Symbol("NONE")), DAY.plusDays(1));

        assertThat(latest).containsOnlyKeys(DAX).containsValue(new Quote(DAX, DAY, Money.of("100", "EUR")));
    }

    @Test
    void countsWhatIsNewAndWhatIsCorrected() {
        store(new Row(DAX, DAY, "100"), new Row(DAX, DAY.plusDays(1), "101"));

        PriceBatch.Counts counts = store(
                new Row(DAX, DAY, "100.00"),
                new Row(DAX, DAY.plusDays(1), "101.5"),
                new Row(DAX, DAY.plusDays(2), "1"));

        assertThat(counts).isEqualTo(new PriceBatch.Counts(1, 1, Map.of(DAX, DAY.plusDays(1))));
        assertThat(prices.latest(Set.of(DAX), DAY.plusDays(1)).get(DAX).close()).isEqualTo(Money.of("101.5", "EUR"));
    }

    @Test
    void knowsFromWhichDayOnPricesHaveChanged() {
        store(new Row(DAX, DAY, "100"), new Row(RATE, DAY, "1.17"));
        long before = prices.revision();
        store(new Row(DAX, DAY.plusDays(5), "105"), new Row(RATE, DAY, "1.17"));
        store(new Row(DAX, DAY.plusDays(9), "109"), new Row(DAX, DAY.plusDays(3), "103"));

        assertThat(prices.firstChange(Set.of(DAX, RATE), before)).contains(DAY.plusDays(3));
        assertThat(prices.firstChange(Set.of(DAX), before + 2)).isEmpty();
        assertThat(prices.firstChange(Set.of(RATE, new Symbol("NONE")), before)).isEmpty();
    }

    @Test
    void takesARowTwiceForOne() {
        PriceBatch.Counts counts = store(new Row(DAX, DAY, "100"), new Row(DAX, DAY, "100.0"));

        assertThat(counts).isEqualTo(new PriceBatch.Counts(1, 0, Map.of(DAX, DAY)));
    }

    @Test
    void namesTheLinesThatContradictAnEarlierOne() {
        work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                batch.add(2, DAX, EUR, PriceBar.close(DAY, new BigDecimal("100")));
                batch.add(3, RATE, EUR, PriceBar.close(DAY, new BigDecimal("100")));
                batch.add(4, DAX, EUR, PriceBar.close(DAY, new BigDecimal("100.0")));
                batch.add(5, DAX, EUR, PriceBar.close(DAY, new BigDecimal("101")));
                assertThat(batch.contradictions().listed())
                        .extracting(RowError::line, RowError::column, RowError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(5, "close", "contradiction"));
            }
        });

        assertThat(prices.instrument(DAX)).isEmpty();
    }

    @Test
    void storesNothingThatWasNotMerged() {
        long before = prices.revision();
        work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                batch.add(2, DAX, EUR, PriceBar.close(DAY, new BigDecimal("100")));
            }
        });

        assertThat(prices.instruments(PageRequest.first(10)).items()).isEmpty();
        assertThat(prices.currencies()).isEmpty();
        assertThat(prices.currency(DAX)).isEmpty();
        assertThat(prices.revision()).isEqualTo(before);
    }

    @Test
    void growsTheRevisionWithEachChangeOnly() {
        long start = prices.revision();
        store(new Row(DAX, DAY, "100"));
        long added = prices.revision();
        store(new Row(DAX, DAY, "100"));
        long same = prices.revision();
        store(new Row(DAX, DAY, "99"));

        assertThat(added).isGreaterThan(start);
        assertThat(same).isEqualTo(added);
        assertThat(prices.revision()).isGreaterThan(same);
    }

    @Test
    void describesInstrumentsInSymbolOrder() {
        store(
                new Row(RATE, DAY, "1.17"),
                new Row(DAX, DAY.plusDays(1), "100"),
                new Row(DAX, DAY, "100"),
                new Row(new Symbol("^GSPC"), DAY, "1"));
        List<Instrument> found = new ArrayList<>();
        CursorPage<Instrument> page = prices.instruments(PageRequest.first(2));
        found.addAll(page.items());
        page = prices.instruments(new PageRequest(2, page.nextCursor().orElseThrow()));
        found.addAll(page.items());

        assertThat(page.nextCursor()).isEmpty();
        assertThat(found)
                .extracting(instrument -> instrument.symbol().value())
                .containsExactly("DAX", "GBP/EUR", "^GSPC");
        assertThat(found.get(0)).isEqualTo(new Instrument(DAX, EUR, DAY, DAY.plusDays(1), 2));
        assertThat(prices.instrument(RATE)).contains(new Instrument(RATE, EUR, DAY, DAY, 1));
        assertThat(prices.currencies()).hasSize(3).containsEntry(DAX, EUR);
        assertThat(prices.currency(DAX)).contains(EUR);
    }

    @Test
    void refusesACursorThatNoPageHandedOut() {
        assertThatThrownBy(() -> prices.instruments(new PageRequest(3, "no symbol\u0000")))
                .isInstanceOf(InvalidValueException.class);
    }

    private PriceBatch.Counts storeBars(PriceOrigin origin, PriceBar... bars) {
        return work.run(() -> {
            try (PriceBatch batch = prices.open(origin)) {
                int line = 2;
                for (PriceBar bar : bars) {
                    batch.add(line++, DAX, EUR, bar);
                }
                assertThat(batch.contradictions().count()).isZero();
                return batch.merge();
            }
        });
    }

    private static PriceBar bar(String close, String open, String high, String low, String volume) {
        return new PriceBar(DAY, new BigDecimal(close), number(open), number(high), number(low), number(volume));
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void keepsWholeBarsAsTheyWereGiven() {
        storeBars(PriceOrigin.IMPORT, bar("100", "99.5", "101.25", "98", "12345"));

        assertThat(prices.bars(DAX, DAY, DAY))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(bar("100", "99.5", "101.25", "98", "12345")));
        assertThat(prices.bars(DAX, DAY.plusDays(1), DAY.plusDays(9))).isEmpty();
    }

    @Test
    void aBarThatLeavesSomethingOutDoesNotForgetIt() {
        storeBars(PriceOrigin.IMPORT, bar("100", "99.5", "101.25", "98", null));

        PriceBatch.Counts same = storeBars(PriceOrigin.IMPORT, bar("100.00", null, null, null, null));
        PriceBatch.Counts more = storeBars(PriceOrigin.IMPORT, bar("100", null, "102", null, "7"));

        assertThat(same.isEmpty()).isTrue();
        assertThat(more.corrected()).isEqualTo(1);
        assertThat(prices.bars(DAX, DAY, DAY))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(bar("100", "99.5", "102", "98", "7")));
    }

    @Test
    void joinsTheRowsOfOneDayThatDoNotContradictEachOther() {
        storeBars(PriceOrigin.IMPORT, bar("100", "99", null, null, null), bar("100", null, null, null, "5"));

        assertThat(prices.bars(DAX, DAY, DAY))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(bar("100", "99", null, null, "5")));
    }

    @Test
    void namesTheRowThatContradictsAnEarlierOneBesidesTheClose() {
        work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                batch.add(2, DAX, EUR, bar("100", "99", null, null, null));
                batch.add(3, DAX, EUR, bar("100", "98", null, null, null));
                assertThat(batch.contradictions().listed())
                        .extracting(RowError::line, RowError::column, RowError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "", "contradiction"));
            }
        });
    }

    @Test
    void aProviderCorrectsItsOwnPricesAndNobodyElses() {
        PriceOrigin vendor = new PriceOrigin("vendor");
        storeBars(PriceOrigin.IMPORT, bar("100", null, null, null, null));

        PriceBatch.Counts refused = storeBars(vendor, bar("101", null, null, null, null));
        storeBars(vendor, PriceBar.close(DAY.plusDays(1), BigDecimal.TEN));
        PriceBatch.Counts own = storeBars(vendor, PriceBar.close(DAY.plusDays(1), BigDecimal.ONE));
        PriceBatch.Counts byHand = storeBars(PriceOrigin.IMPORT, PriceBar.close(DAY.plusDays(1), BigDecimal.TEN));

        assertThat(refused.isEmpty()).isTrue();
        assertThat(own.corrected()).isEqualTo(1);
        assertThat(byHand).isEqualTo(new PriceBatch.Counts(0, 1, Map.of(DAX, DAY.plusDays(1))));
        assertThat(prices.origin(DAX, DAY)).contains(PriceOrigin.IMPORT);
        assertThat(prices.origin(DAX, DAY.plusDays(1))).contains(PriceOrigin.IMPORT);
        assertThat(prices.origin(DAX, DAY.plusDays(2))).isEmpty();
    }

    @Test
    void describesAnInstrumentThatGrowsAtBothEnds() {
        store(new Row(DAX, DAY, "100"), new Row(DAX, DAY.plusDays(1), "100"));
        store(new Row(DAX, DAY.minusDays(3), "1"), new Row(DAX, DAY.plusDays(3), "2"), new Row(DAX, DAY, "100"));

        assertThat(prices.instrument(DAX)).contains(new Instrument(DAX, EUR, DAY.minusDays(3), DAY.plusDays(3), 4));
    }
}
