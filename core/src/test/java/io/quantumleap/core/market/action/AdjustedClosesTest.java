package io.quantumleap.core.market.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdjustedClosesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static PriceSeries closes(String... closes) {
        return new PriceSeries(
                ACME,
                USD,
                IntStream.range(0, closes.length)
                        .mapToLong(i -> START.plusDays(i).toEpochDay())
                        .toArray(),
                IntStream.range(0, closes.length)
                        .mapToObj(i -> new BigDecimal(closes[i]))
                        .toArray(BigDecimal[]::new));
    }

    private static Split split(int day, int newShares, int oldShares) {
        return new Split(ACME, START.plusDays(day), BigDecimal.valueOf(newShares), BigDecimal.valueOf(oldShares));
    }

    private static CashDividend dividend(int day, String amount, String currency) {
        return new CashDividend(ACME, START.plusDays(day), Money.of(amount, currency), false);
    }

    private static List<String> adjusted(PriceSeries raw, Adjustment adjustment, CorporateAction... actions) {
        PriceSeries series =
                AdjustedCloses.of(raw, List.of(actions), adjustment).adjusted();
        return IntStream.range(0, series.size())
                .mapToObj(i -> series.close(i).stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void leavesClosesAsTradedWhenNothingIsAskedFor() {
        assertThat(adjusted(closes("100", "50"), Adjustment.NONE, split(1, 2, 1)))
                .containsExactly("100", "50");
    }

    @Test
    void dividesClosesBeforeASplitByItsRatio() {
        assertThat(adjusted(closes("90", "100", "50", "51"), Adjustment.SPLITS, split(2, 2, 1)))
                .containsExactly("45", "50", "50", "51");
    }

    @Test
    void multipliesClosesBeforeAReverseSplit() {
        assertThat(adjusted(closes("1", "1.2", "12"), Adjustment.SPLITS, split(2, 1, 10)))
                .containsExactly("10", "12", "12");
    }

    @Test
    void compoundsSplits() {
        assertThat(adjusted(closes("600", "300", "100"), Adjustment.SPLITS, split(1, 2, 1), split(2, 3, 1)))
                .containsExactly("100", "100", "100");
    }

    /** The worked example of Yahoo's help page: a dividend of 0.08 after a close of 24.96 gives the factor 1 - 0.08 / 24.96. */
    @Test
    void multipliesClosesBeforeADividendByWhatRemainsOfThem() {
        assertThat(adjusted(closes("24.96", "24.88"), Adjustment.TOTAL, dividend(1, "0.08", "USD")))
                .containsExactly("24.88", "24.88");
    }

    @Test
    void takesDividendsAsDeclaredAndComparesThemWithTheCloseOfTheirTime() {
        // 1 of 100 before a two-for-one split: 1 % whatever happened to the shares afterwards.
        assertThat(adjusted(closes("100", "99", "49.5"), Adjustment.TOTAL, dividend(1, "1", "USD"), split(2, 2, 1)))
                .containsExactly("49.5", "49.5", "49.5");
    }

    /** One hundred before a two-for-one split is fifty per share when the dividend of one comes: 2 %. */
    @Test
    void comparesADividendWithSharesAsTheyWereAfterASplitWithoutAClose() {
        PriceSeries raw = new PriceSeries(
                ACME, USD, new long[] {START.toEpochDay(), START.plusDays(4).toEpochDay()}, new BigDecimal[] {
                    BigDecimal.valueOf(100), BigDecimal.valueOf(49)
                });

        assertThat(adjusted(raw, Adjustment.TOTAL, split(1, 2, 1), dividend(2, "1", "USD")))
                .containsExactly("49", "49");
        assertThat(adjusted(raw, Adjustment.TOTAL, split(2, 2, 1), dividend(2, "2", "USD")))
                .as("on one day the dividend is of the old shares")
                .containsExactly("49", "49");
    }

    @Test
    void keepsEveryAdjustedCloseAboveZero() {
        Split tiny = new Split(ACME, START.plusDays(2), new BigDecimal("1000000000000"), BigDecimal.ONE);
        Split back = new Split(ACME, START.plusDays(1), BigDecimal.ONE, new BigDecimal("1000000000000"));

        AdjustedCloses closes = AdjustedCloses.of(closes("1", "0.01", "1"), List.of(tiny, back), Adjustment.SPLITS);

        assertThat(closes.adjusted().close(0)).isEqualByComparingTo("1");
        assertThat(closes.adjusted().close(1)).isEqualByComparingTo("0.0000000001");
        assertThat(closes.notes())
                .containsExactly("Adjusted closes up to 2024-01-02 are below 0.0000000001 and shown as that.");
    }

    @Test
    void leavesDividendsOutWhereOnlySplitsCount() {
        assertThat(adjusted(closes("100", "99"), Adjustment.SPLITS, dividend(1, "1", "USD")))
                .containsExactly("100", "99");
    }

    @Test
    void addsTheDividendsOfOneDay() {
        CashDividend special = new CashDividend(ACME, START.plusDays(1), Money.of("9", "USD"), true);

        assertThat(adjusted(closes("100", "90"), Adjustment.TOTAL, dividend(1, "1", "USD"), special))
                .containsExactly("90", "90");
    }

    @Test
    void countsNoActionBeforeTheFirstOrAfterTheLastClose() {
        assertThat(adjusted(closes("10", "11"), Adjustment.TOTAL, split(0, 2, 1), split(2, 2, 1), split(-5, 3, 1)))
                .containsExactly("10", "11");
    }

    @Test
    void appliesAnActionOnADayWithoutACloseFromTheNextCloseOn() {
        PriceSeries raw = new PriceSeries(
                ACME, USD, new long[] {START.toEpochDay(), START.plusDays(4).toEpochDay()}, new BigDecimal[] {
                    BigDecimal.valueOf(100), BigDecimal.valueOf(51)
                });

        assertThat(adjusted(raw, Adjustment.SPLITS, split(2, 2, 1))).containsExactly("50", "51");
    }

    @Test
    void saysWhichDividendItCannotCount() {
        AdjustedCloses closes = AdjustedCloses.of(
                closes("100", "99", "98"),
                List.of(dividend(1, "1", "EUR"), dividend(2, "99", "USD")),
                Adjustment.TOTAL);

        assertThat(closes.adjusted().close(0)).isEqualByComparingTo("100");
        assertThat(closes.notes())
                .containsExactlyInAnyOrder(
                        "The dividend of 2024-01-02 is left out: it is in EUR, the closes are in USD.",
                        "The dividend of 2024-01-03 is left out: it is not less than the close before.");
    }

    @Test
    void cutsARangeAfterwards() {
        AdjustedCloses closes = AdjustedCloses.of(
                        closes("100", "100", "50", "50"), List.of(split(2, 2, 1)), Adjustment.SPLITS)
                .between(START.plusDays(1), START.plusDays(1));

        assertThat(closes.adjusted().size()).isEqualTo(1);
        assertThat(closes.adjusted().close(0)).isEqualByComparingTo("50");
        assertThat(closes.raw().close(0)).isEqualByComparingTo("100");
    }

    /** A split changes nothing that a holder has, so the adjusted series of a split market is the one of the unsplit. */
    @Property(tries = 200)
    void undoesASplitExactly(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 9) int newShares,
            @ForAll @IntRange(min = 0, max = 1000) int place) {
        int day = 1 + place % (cents.size() - 1);
        String[] unsplit = cents.stream()
                .map(cent -> BigDecimal.valueOf(cent, 2).toPlainString())
                .toArray(String[]::new);
        String[] traded = unsplit.clone();
        for (int i = 0; i < day; i++) {
            traded[i] = new BigDecimal(unsplit[i])
                    .multiply(BigDecimal.valueOf(newShares))
                    .toPlainString();
        }

        PriceSeries series = AdjustedCloses.of(closes(traded), List.of(split(day, newShares, 1)), Adjustment.SPLITS)
                .adjusted();

        for (int i = 0; i < unsplit.length; i++) {
            assertThat(series.close(i)).isCloseTo(new BigDecimal(unsplit[i]), within(new BigDecimal("0.0000000001")));
        }
    }

    /** The growth of the series is that of a holder who puts each dividend back at the close before less the dividend. */
    @Property(tries = 200)
    void growsLikeAHolderWhoReinvests(
            @ForAll @Size(min = 3, max = 20) List<@IntRange(min = 1_000, max = 9_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 900) int dividendCents) {
        String[] traded = cents.stream()
                .map(cent -> BigDecimal.valueOf(cent, 2).toPlainString())
                .toArray(String[]::new);
        int exDay = cents.size() / 2;
        double dividend = dividendCents / 100.0;

        PriceSeries series = AdjustedCloses.of(
                        closes(traded),
                        List.of(dividend(
                                exDay, BigDecimal.valueOf(dividendCents, 2).toPlainString(), "USD")),
                        Adjustment.TOTAL)
                .adjusted();

        double before = cents.get(exDay - 1) / 100.0;
        double shares = 1 + dividend / (before - dividend);
        double holder = shares * cents.get(cents.size() - 1) / cents.get(0);
        double growth =
                series.close(series.size() - 1).doubleValue() / series.close(0).doubleValue();
        assertThat(growth).isCloseTo(holder, within(1e-7 * holder));
    }
}
