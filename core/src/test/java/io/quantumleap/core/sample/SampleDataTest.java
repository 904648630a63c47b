package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.portfolio.TransactionFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private static final SampleData SAMPLE = SampleData.simulated();

    @Test
    void isTheSameOnEveryMachine() throws Exception {
        String text = SAMPLE.transactions().stream()
                .map(row -> row.toString().replace(", extras=" + TransactionFields.Extras.NONE, ""))
                .collect(Collectors.joining("\n"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("503b30f2aa2129b56d14ed6f97999d4afa00a43dc867a73425d3eed50ff0bc15");
    }

    @Test
    void hasTransactionsOfManyKinds() {
        Map<String, Long> counts = SAMPLE.transactions().stream()
                .collect(Collectors.groupingBy(TransactionFields::type, Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry("deposit", 20L),
                        Map.entry("withdrawal", 5L),
                        Map.entry("buy", 50L),
                        Map.entry("sell", 9L),
                        Map.entry("dividend", 100L),
                        Map.entry("interest", 10L),
                        Map.entry("fee", 10L),
                        Map.entry("tax", 10L),
                        Map.entry("split", 1L));
    }

    @Test
    void runsInDateOrderUnderDifferentIds() {
        assertThat(SAMPLE.transactions()).extracting(TransactionFields::date).isSorted();
        assertThat(SAMPLE.transactions())
                .extracting(TransactionFields::externalId)
                .doesNotHaveDuplicates()
                .startsWith("sample-001");
    }

    /** Cash and shares, added up again from the rows alone. */
    @Test
    void isNeverOverdrawnAndNeverShort() {
        BigDecimal cash = BigDecimal.ZERO;
        Map<String, BigDecimal> shares = new HashMap<>();
        for (TransactionFields row : SAMPLE.transactions()) {
            cash = cash.add(cashEffect(row));
            shares.merge(row.symbol(), shareEffect(row, shares), BigDecimal::add);
            assertThat(cash).as(row.externalId()).isNotNegative();
            assertThat(shares.get(row.symbol())).as(row.externalId()).isNotNegative();
        }
        assertThat(cash).isEqualByComparingTo("3165.50");
    }

    @Test
    void tradesAtTheCloseOfTheDay() {
        Map<String, String> closes = SAMPLE.prices().stream()
                .collect(Collectors.toMap(price -> price.date() + price.symbol(), PriceFields::close));
        assertThat(SAMPLE.transactions())
                .filteredOn(row -> !row.price().isEmpty())
                .hasSize(59)
                .allMatch(row -> row.price().equals(closes.get(row.date() + row.symbol())));
    }

    @Test
    void hasAPriceOfEverySymbolOnEveryDay() {
        assertThat(SAMPLE.prices()).hasSize(13 * 2519).doesNotHaveDuplicates();
        assertThat(SAMPLE.prices()).extracting(PriceFields::symbol).contains(SampleData.BENCHMARK.value());
    }

    private static BigDecimal cashEffect(TransactionFields row) {
        return switch (row.type()) {
            case "deposit", "dividend", "interest" -> number(row.amount());
            case "withdrawal", "fee", "tax" -> number(row.amount()).negate();
            case "buy" ->
                number(row.quantity())
                        .multiply(number(row.price()))
                        .add(number(row.fee()))
                        .negate();
            case "sell" -> number(row.quantity()).multiply(number(row.price())).subtract(number(row.fee()));
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal shareEffect(TransactionFields row, Map<String, BigDecimal> shares) {
        return switch (row.type()) {
            case "buy" -> number(row.quantity());
            case "sell" -> number(row.quantity()).negate();
            case "split" ->
                shares.get(row.symbol()).multiply(number(row.quantity()).subtract(BigDecimal.ONE));
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
