package io.quantumleap.chat.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import io.quantumleap.core.shared.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Measures the grounding check on the published cases and holds it to what was measured. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroundingCasesTest {

    record Case(String split, String kind, String how, String text) {

        boolean isTrue() {
            return kind.equals("true");
        }

        boolean flagged() {
            return !check().reviewAll(text).isEmpty();
        }
    }

    private final List<Case> cases = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GroundingCasesTest.class.getResourceAsStream("cases.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\\|", 4);
                    cases.add(new Case(cells[0], cells[1], cells[2], cells[3]));
                }
            }
        }
    }

    @Test
    void hasCasesEnoughOfEachKind() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(cases.stream().map(Case::kind).distinct())
                .contains(
                        "true",
                        "wrong_number",
                        "swapped_holding",
                        "wrong_direction",
                        "invented_date",
                        "wrong_rank",
                        "wrong_measure",
                        "wrong_unit",
                        "invented_name",
                        "wrong_sum");
    }

    @Test
    void findsTheLiesOfTheTunedPart() {
        assertThat(measure("tuned", false)).isGreaterThanOrEqualTo(TUNED_DETECTION);
        assertThat(measure("tuned", true)).isLessThanOrEqualTo(TUNED_FALSE_ALARMS);
    }

    @Test
    void findsTheLiesOfTheHeldOutPart() {
        assertThat(measure("held-out", false)).isGreaterThanOrEqualTo(HELD_OUT_DETECTION);
        assertThat(measure("held-out", true)).isLessThanOrEqualTo(HELD_OUT_FALSE_ALARMS);
    }

    private static final double TUNED_DETECTION = 0.98;
    private static final double TUNED_FALSE_ALARMS = 0.01;
    private static final double HELD_OUT_DETECTION = 0.96;
    private static final double HELD_OUT_FALSE_ALARMS = 0.05;

    /** The part of the lies, or of the true answers, that are flagged; printed by kind. */
    private double measure(String split, boolean ofTrue) {
        Map<String, int[]> byKind = new TreeMap<>();
        int flagged = 0;
        int all = 0;
        for (Case one : cases) {
            if (one.split().equals(split) && one.isTrue() == ofTrue) {
                boolean found = one.flagged();
                int[] counts = byKind.computeIfAbsent(one.kind(), kind -> new int[2]);
                counts[found ? 0 : 1]++;
                flagged += found ? 1 : 0;
                all++;
                if (found == ofTrue && (split.equals("tuned") || Boolean.getBoolean("grounding.show"))) {
                    System.out.println((ofTrue ? "false alarm: " : "missed " + one.kind() + ": ")
                            + one.text()
                            + (ofTrue ? "  " + check().reviewAll(one.text()) : ""));
                }
            }
        }
        byKind.forEach((kind, counts) -> System.out.printf(
                Locale.ROOT, "grounding %s %s: %d of %d flagged%n", split, kind, counts[0], counts[0] + counts[1]));
        double rate = flagged / (double) all;
        System.out.printf(
                Locale.ROOT, "grounding %s %s: %.1f %%%n", split, ofTrue ? "false alarms" : "detection", 100 * rate);
        return rate;
    }

    private static GroundingCheck check() {
        Evidence evidence = new Evidence("How did I do?", List.of(), LocalDate.of(2026, 2, 1));
        results().forEach(evidence::add);
        return new GroundingCheck(evidence);
    }

    private static Map<String, ToolResult> results() {
        Map<String, ToolResult> results = new TreeMap<>();
        results.put(
                "holdings",
                result(
                        "Holdings of Retirement on 2025-12-31",
                        List.of(
                                Metric.AS_OF.day(day("2025-12-31")),
                                Metric.VALUE.amount(usd("119876.50")),
                                Metric.CASH.amount(usd("2000")),
                                Metric.CASH_WEIGHT.percent(0.0167),
                                Metric.HOLDING_COUNT.count(3),
                                Metric.TOP_3_WEIGHT.percent(0.9833),
                                Metric.EFFECTIVE_HOLDINGS.ratio(2.31)),
                        holding("ACME", "12.5", "70051.10", "60000", 0.5844, "10051.10", 0.1675),
                        holding("DAX", "40", "40505.06", "45000", 0.3379, "-4494.94", -0.0999),
                        holding("FTSE100", "3", "7320.34", "7000", 0.0611, "320.34", 0.0458)));
        results.put(
                "performance",
                result(
                        "Performance of Retirement from 2024-12-31 to 2025-12-31",
                        List.of(
                                Metric.FROM.day(day("2024-12-31")),
                                Metric.TO.day(day("2025-12-31")),
                                Metric.TIME_WEIGHTED_RETURN.change(0.0742),
                                Metric.GAIN.gain(usd("8123.45")),
                                Metric.BEST_DAY.change(0.0512),
                                Metric.WORST_DAY.change(-0.0634)),
                        new Row("2023", List.of(Metric.YEAR_RETURN.change(-0.0811))),
                        new Row("2024", List.of(Metric.YEAR_RETURN.change(0.1522))),
                        new Row("2025", List.of(Metric.YEAR_RETURN.change(0.0742)))));
        results.put(
                "risk",
                result(
                        "Risk of Retirement from 2016-01-04 to 2025-12-31",
                        List.of(
                                Metric.FROM.day(day("2016-01-04")),
                                Metric.TO.day(day("2025-12-31")),
                                Metric.VOLATILITY.percent(0.1437),
                                Metric.SHARPE.ratio(0.53),
                                Metric.SORTINO.ratio(0.74),
                                Metric.VAR_95.percent(-0.0141),
                                Metric.EXPECTED_SHORTFALL_95.percent(-0.0208),
                                Metric.MAX_DRAWDOWN.percent(-0.216))));
        results.put(
                "drawdowns",
                result(
                        "Drawdowns of Retirement from 2016-01-04 to 2025-12-31",
                        List.of(),
                        new Row(
                                "Drawdown 1",
                                List.of(
                                        Metric.DRAWDOWN_DEPTH.percent(-0.216),
                                        Metric.PEAK_DATE.day(day("2020-02-19")),
                                        Metric.TROUGH_DATE.day(day("2020-03-23")),
                                        Metric.RECOVERY_DATE.day(day("2020-12-26")),
                                        Metric.LENGTH_DAYS.count(311))),
                        new Row("Drawdown 2", List.of(Metric.DRAWDOWN_DEPTH.percent(-0.0987)))));
        results.put(
                "benchmark_comparison",
                result(
                        "Comparison with SYNX of Retirement from 2024-12-31 to 2025-12-31",
                        List.of(
                                Metric.BENCHMARK.text("SYNX"),
                                Metric.TIME_WEIGHTED_RETURN.change(0.0742),
                                Metric.BENCHMARK_RETURN.change(0.1011),
                                Metric.EXCESS_RETURN.change(-0.0269),
                                Metric.VOLATILITY.percent(0.1437),
                                Metric.BENCHMARK_VOLATILITY.percent(0.1533),
                                Metric.MAX_DRAWDOWN.percent(-0.216),
                                Metric.BENCHMARK_MAX_DRAWDOWN.percent(-0.2544),
                                Metric.BETA.ratio(0.93),
                                Metric.ALPHA.change(-0.0042),
                                Metric.CORRELATION.ratio(0.9),
                                Metric.TRACKING_ERROR.percent(0.0612))));
        results.put(
                "contribution",
                result(
                        "Contributions of the holdings of Retirement from 2025-02-28 to 2025-03-31",
                        List.of(
                                Metric.FROM.day(day("2025-02-28")),
                                Metric.TO.day(day("2025-03-31")),
                                Metric.GAIN.gain(usd("-1834.20"))),
                        contribution("DAX", "-2410.75", -0.0561, -0.0201),
                        contribution("FTSE100", "64.25", 0.0088, 0.0005),
                        contribution("ACME", "512.30", 0.0074, 0.0043)));
        results.put(
                "cash_flows",
                result(
                        "Cash flows of Retirement from 2025-01-01 to 2025-12-31",
                        List.of(
                                Metric.DEPOSITS.amount(usd("12000")),
                                Metric.WITHDRAWALS.amount(usd("2500")),
                                Metric.DIVIDENDS.amount(usd("321.09")),
                                Metric.INTEREST.amount(usd("1.23")),
                                Metric.FEES.amount(usd("45.67")),
                                Metric.TAXES.amount(usd("8.90")))));
        results.put(
                "prices",
                result(
                        "Prices of ACME from 2016-01-04 to 2025-12-31",
                        List.of(
                                Metric.SYMBOL.text("ACME"),
                                Metric.FROM.day(day("2016-01-04")),
                                Metric.TO.day(day("2025-12-31")),
                                Metric.FIRST_CLOSE.amount(usd("50.25")),
                                Metric.LAST_CLOSE.amount(usd("90.10")),
                                Metric.HIGHEST_CLOSE.amount(usd("99.99")),
                                Metric.HIGHEST_DATE.day(day("2024-07-15")),
                                Metric.LOWEST_CLOSE.amount(usd("31.40")),
                                Metric.LOWEST_DATE.day(day("2020-03-23")),
                                Metric.PRICE_RETURN.change(0.793))));
        return results;
    }

    private static Row holding(
            String symbol, String quantity, String value, String cost, double weight, String gain, double onCost) {
        return new Row(
                symbol,
                List.of(
                        Metric.QUANTITY.quantity(new BigDecimal(quantity)),
                        Metric.VALUE.amount(usd(value)),
                        Metric.COST.amount(usd(cost)),
                        Metric.WEIGHT.percent(weight),
                        Metric.UNREALISED_GAIN.gain(usd(gain)),
                        Metric.UNREALISED_RETURN.change(onCost)));
    }

    private static Row contribution(String symbol, String gain, double own, double contribution) {
        return new Row(
                symbol,
                List.of(
                        Metric.GAIN.gain(usd(gain)),
                        Metric.OWN_RETURN.change(own),
                        Metric.CONTRIBUTION.change(contribution)));
    }

    private static ToolResult result(String title, List<Figure> figures, Row... rows) {
        List<String> notes = List.of("Figures are annualised with 252 days a year.");
        return new ToolResult(title, "/api/portfolio/1", figures, List.of(rows), notes);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
