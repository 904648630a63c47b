package io.quantumleap.core.market.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrossRatesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency CHF = Currency.getInstance("CHF");

    private final Map<Symbol, PricePoint> quotes = new HashMap<>();

    private CrossRatesTest quoted(String symbol, String rate, int daysAgo) {
        quotes.put(new Symbol(symbol), new PricePoint(DAY.minusDays(daysAgo), new BigDecimal(rate)));
        return this;
    }

    private Optional<CrossRate> find(Currency from, Currency to) {
        return CrossRates.find(from, to, DAY, (symbol, day) -> Optional.ofNullable(quotes.get(symbol)));
    }

    @Test
    void isOneForACurrencyAndItself() {
        CrossRate rate = find(EUR, EUR).orElseThrow();

        assertThat(rate.rate()).isEqualByComparingTo("1");
        assertThat(rate.path()).isEqualTo(CrossRate.Path.IDENTITY);
        assertThat(rate.date()).isEmpty();
    }

    @Test
    void takesTheQuotationAsItIs() {
        CrossRate rate = quoted("GBP/EUR", "1.17", 0).find(GBP, EUR).orElseThrow();

        assertThat(rate.rate()).isEqualByComparingTo("1.17");
        assertThat(rate.path()).isEqualTo(CrossRate.Path.DIRECT);
        assertThat(rate.via()).isEmpty();
    }

    @Test
    void turnsAQuotationRound() {
        CrossRate rate = quoted("EUR/GBP", "0.8", 0).find(GBP, EUR).orElseThrow();

        assertThat(rate.rate()).isEqualByComparingTo("1.25");
        assertThat(rate.path()).isEqualTo(CrossRate.Path.INVERSE);
        assertThat(rate.legs().get(0).inverted()).isTrue();
    }

    @Test
    void prefersTheYoungerOfBothDirectionsAndTheDirectOneWhenEqual() {
        quoted("GBP/EUR", "1.17", 3).quoted("EUR/GBP", "0.8", 1);
        assertThat(find(GBP, EUR).orElseThrow().path()).isEqualTo(CrossRate.Path.INVERSE);

        quoted("GBP/EUR", "1.17", 1);
        assertThat(find(GBP, EUR).orElseThrow().path()).isEqualTo(CrossRate.Path.DIRECT);
    }

    @Test
    void goesThroughTheEuroAndSaysSo() {
        CrossRate rate = quoted("GBP/EUR", "1.2", 1)
                .quoted("EUR/JPY", "160", 4)
                .find(GBP, JPY)
                .orElseThrow();

        assertThat(rate.rate()).isEqualByComparingTo("192");
        assertThat(rate.path()).isEqualTo(CrossRate.Path.TRIANGULATED);
        assertThat(rate.via()).contains(EUR);
        assertThat(rate.date()).as("as old as its oldest leg").contains(DAY.minusDays(4));
        assertThat(rate.legs())
                .extracting(CrossRate.Leg::symbol)
                .containsExactly(new Symbol("GBP/EUR"), new Symbol("EUR/JPY"));
    }

    @Test
    void turnsLegsRoundWhereItMust() {
        CrossRate rate = quoted("USD/CHF", "0.9", 0)
                .quoted("USD/JPY", "150", 0)
                .find(CHF, JPY)
                .orElseThrow();

        assertThat(rate.via()).contains(Currency.getInstance("USD"));
        assertThat(rate.rate())
                .isEqualByComparingTo(BigDecimal.ONE
                        .divide(new BigDecimal("0.9"), MathContext.DECIMAL128)
                        .multiply(new BigDecimal("150"), MathContext.DECIMAL128));
    }

    @Test
    void prefersThePathWhoseOldestLegIsYounger() {
        quoted("GBP/EUR", "1.2", 9)
                .quoted("EUR/JPY", "160", 0)
                .quoted("GBP/USD", "1.3", 2)
                .quoted("USD/JPY", "150", 2);

        assertThat(find(GBP, JPY).orElseThrow().via()).contains(Currency.getInstance("USD"));
    }

    @Test
    void goesThroughNothingWhenThereIsADirectQuotationHoweverOld() {
        quoted("GBP/JPY", "190", 300).quoted("GBP/EUR", "1.2", 0).quoted("EUR/JPY", "160", 0);

        assertThat(find(GBP, JPY).orElseThrow().path()).isEqualTo(CrossRate.Path.DIRECT);
    }

    @Test
    void findsNothingWhereNoPathLeads() {
        assertThat(quoted("GBP/EUR", "1.2", 0).find(GBP, JPY)).isEmpty();
        assertThat(find(CHF, JPY)).isEmpty();
    }

    @Property(tries = 300)
    void thereAndBackAgainIsOne(@ForAll @IntRange(min = 1, max = 1_000_000) int rate) {
        CrossRatesTest market = new CrossRatesTest()
                .quoted("GBP/EUR", BigDecimal.valueOf(rate, 4).toPlainString(), 0)
                .quoted("EUR/JPY", BigDecimal.valueOf(rate + 7L, 3).toPlainString(), 0);

        BigDecimal product = market.find(GBP, JPY)
                .orElseThrow()
                .rate()
                .multiply(market.find(JPY, GBP).orElseThrow().rate());

        assertThat(product.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("1e-30"));
    }
}
