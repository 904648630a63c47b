package io.quantumleap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, JPY, 0",
        "1.5, JPY, 2",
        "2.5, JPY, 2",
        "0.0005, KWD, 0.000",
        "0.0015, KWD, 0.002",
        "2.675, USD, 2.68",
        "2.665, USD, 2.66",
        "-2.675, USD, -2.68",
        "0.00500000000000000001, USD, 0.01",
        "0.00499999999999999999, USD, 0.00",
        // What a share of a cost with 34 digits misses of exactly a half.
        "86572.50000000000000000000000000001, JPY, 86572",
        "86573.49999999999999999999999999999, JPY, 86574",
        "123456789012.3450000000000000000001, USD, 123456789012.34"
    })
    void roundsHalfToTheEvenDigit(String amount, String currency, String rounded) {
        assertThat(Money.of(amount, currency).rounded()).isEqualTo(Money.of(rounded, currency));
        assertThat(Money.of(amount, currency).toPlainString()).isEqualTo(rounded);
    }
}
