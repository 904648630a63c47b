package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.core.sample.SyntheticMarket.Close;
import io.quantumleap.core.sample.SyntheticMarket.Dividend;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticMarketTest {

    private static final SyntheticMarket MARKET = SyntheticMarket.simulated();

    static List<SyntheticInstrument> instruments() {
        return SyntheticInstrument.ALL;
    }

    @Test
    void isTheSameOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        symbols()
                .flatMap(symbol -> MARKET.closes(symbol).stream())
                .map(close -> close.date() + "," + close.symbol() + "," + close.price() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("eb2ee158f1b9439b277dc4ea6c58e87680e7c2936559abcbf2144d33531fe5c5");
    }

    @Test
    void hasACloseOfEverySymbolOnEveryTradingDay() {
        assertThat(symbols()).hasSize(13).doesNotHaveDuplicates().allMatch(symbol -> symbol.startsWith("SYN."));
        assertThat(symbols()).allSatisfy(symbol -> assertThat(MARKET.closes(symbol))
                .extracting(Close::date)
                .containsExactlyElementsOf(MARKET.days()));
    }

    @Test
    void quotesPositivePricesInCents() {
        assertThat(symbols().flatMap(symbol -> MARKET.closes(symbol).stream()))
                .extracting(Close::price)
                .allMatch(price -> price.signum() > 0 && price.scale() == 2);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void startsWhereItsParametersSay(SyntheticInstrument instrument) {
        assertThat(MARKET.close(instrument.symbol(), 0))
                .isEqualByComparingTo(BigDecimal.valueOf(instrument.firstPrice()));
    }

    /** The regression of an instrument on the index finds the beta that was put in, within four standard errors. */
    @ParameterizedTest
    @MethodSource("instruments")
    void followsTheIndexWithItsBeta(SyntheticInstrument instrument) {
        double[] index = logReturns(SyntheticMarket.BENCHMARK);
        double[] own = logReturns(instrument.symbol());
        double variance = covariance(index, index);
        double beta = covariance(own, index) / variance;
        double[] residual = IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] - beta * index[i])
                .toArray();
        double standardError = Math.sqrt(covariance(residual, residual) / variance / own.length);
        assertThat(beta).isCloseTo(instrument.beta(), within(4 * standardError));
        assertThat(standardError).isLessThan(0.05);
    }

    @Test
    void movesMembersOfASectorTogetherBeyondTheIndex() {
        assertThat(residualCorrelation("SYN.CHIP", "SYN.SOFT")).isBetween(0.1, 0.5);
        assertThat(residualCorrelation("SYN.CHIP", "SYN.FOOD")).isBetween(-0.1, 0.1);
    }

    @Test
    void hasFatTailsAndClustersOfVolatility() {
        double[] index = logReturns(SyntheticMarket.BENCHMARK);
        assertThat(excessKurtosis(index)).isGreaterThan(2);
        double[] sizes = IntStream.range(0, index.length)
                .mapToDouble(i -> Math.abs(index[i]))
                .toArray();
        double[] today = Arrays.copyOfRange(sizes, 0, sizes.length - 20);
        double[] later = Arrays.copyOfRange(sizes, 20, sizes.length);
        assertThat(correlation(today, later)).isGreaterThan(0.1);
    }

    @Test
    void fallsByAThirdAndRecovers() {
        double[] index = closes(SyntheticMarket.BENCHMARK);
        double[] peaks = new double[index.length];
        int trough = 0;
        for (int day = 0; day < index.length; day++) {
            peaks[day] = Math.max(index[day], day == 0 ? 0 : peaks[day - 1]);
            trough = index[day] / peaks[day] < index[trough] / peaks[trough] ? day : trough;
        }
        assertThat(index[trough] / peaks[trough] - 1).isBetween(-0.36, -0.30);
        assertThat(peaks[index.length - 1]).isGreaterThan(peaks[trough]);
    }

    @Test
    void splitsOneShareOnce() {
        int day = MARKET.days().indexOf(SyntheticMarket.SPLIT.date());
        double before = MARKET.close(SyntheticMarket.SPLIT.symbol(), day - 1).doubleValue();
        double after = MARKET.close(SyntheticMarket.SPLIT.symbol(), day).doubleValue();
        assertThat(before / after).isCloseTo(SyntheticMarket.SPLIT.ratio(), within(0.4));
    }

    @Test
    void paysDividendsTwiceOrOnceAYearFromThe15th() {
        assertThat(MARKET.dividends()).hasSize(100);
        assertThat(MARKET.dividends()).extracting(Dividend::date).isSorted().allMatch(MARKET.days()::contains);
        assertThat(MARKET.dividends()).allMatch(dividend -> dividend.perShare().signum() > 0);
        assertThat(MARKET.dividends())
                .filteredOn(dividend -> dividend.symbol().equals("SYN.BANK"))
                .extracting(Dividend::date)
                .startsWith(LocalDate.of(2016, 3, 15), LocalDate.of(2016, 9, 15))
                .hasSize(20);
    }

    @Test
    void knowsNoOtherSymbol() {
        assertThatThrownBy(() -> MARKET.closes("ACME")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<String> symbols() {
        return Stream.concat(
                Stream.of(SyntheticMarket.BENCHMARK),
                SyntheticInstrument.ALL.stream().map(SyntheticInstrument::symbol));
    }

    private static double residualCorrelation(String first, String second) {
        return correlation(residual(first), residual(second));
    }

    private static double[] residual(String symbol) {
        double[] index = logReturns(SyntheticMarket.BENCHMARK);
        double[] own = logReturns(symbol);
        double beta = covariance(own, index) / covariance(index, index);
        return IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] - beta * index[i])
                .toArray();
    }

    private static double[] logReturns(String symbol) {
        double[] closes = closes(symbol);
        int split = symbol.equals(SyntheticMarket.SPLIT.symbol())
                ? MARKET.days().indexOf(SyntheticMarket.SPLIT.date())
                : -1;
        return IntStream.range(1, closes.length)
                .mapToDouble(day ->
                        Math.log(closes[day] * (day == split ? SyntheticMarket.SPLIT.ratio() : 1) / closes[day - 1]))
                .toArray();
    }

    private static double[] closes(String symbol) {
        return MARKET.closes(symbol).stream()
                .mapToDouble(close -> close.price().doubleValue())
                .toArray();
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .average()
                .orElseThrow();
    }

    private static double correlation(double[] x, double[] y) {
        return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
    }

    private static double excessKurtosis(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double fourth = Arrays.stream(x)
                .map(value -> Math.pow(value - mean, 4))
                .average()
                .orElseThrow();
        return fourth / Math.pow(covariance(x, x), 2) - 3;
    }
}
