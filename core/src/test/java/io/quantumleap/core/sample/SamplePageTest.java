package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/sample-portfolio.md states the parameters that the simulation uses. */
class SamplePageTest {

    private static final Path PAGE = Path.of("../docs/sample-portfolio.md");

    @Test
    void statesTheParametersOfEveryInstrument() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .containsSubsequence(SyntheticInstrument.ALL.stream()
                        .map(SamplePageTest::row)
                        .toList());
    }

    @Test
    void statesTheVolatilityOfEverySector() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .containsSubsequence(Arrays.stream(Sector.values())
                        .map(sector -> "| " + sector.title + " | " + percent(sector.annualVolatility) + " |")
                        .toList());
    }

    private static String row(SyntheticInstrument instrument) {
        return "| `" + instrument.symbol() + "` | " + instrument.name() + " | " + instrument.sector().title
                + String.format(Locale.ROOT, " | %.2f | ", instrument.beta()) + percent(instrument.ownVolatility())
                + " | " + percent(instrument.excessReturn())
                + String.format(Locale.ROOT, " | %.2f | ", instrument.firstPrice())
                + (instrument.dividendYield() > 0 ? percent(instrument.dividendYield()) : "")
                + " | " + months(instrument) + " | " + instrument.targetPercent() + " % |";
    }

    private static String months(SyntheticInstrument instrument) {
        return instrument.dividendMonths().stream()
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double ratio) {
        BigDecimal percent = BigDecimal.valueOf(Math.round(ratio * 1000), 1).stripTrailingZeros();
        return percent.toPlainString().replace('-', '−') + " %";
    }
}
