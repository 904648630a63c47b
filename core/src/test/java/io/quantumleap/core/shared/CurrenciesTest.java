package io.quantumleap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @Test
    void knowsTheDigitsOfACurrency() {
        assertThat(Currencies.digits(Currencies.parse("USD"))).isEqualTo(2);
        assertThat(Currencies.digits(Currencies.parse("JPY"))).isZero();
        assertThat(Currencies.digits(Currencies.parse("KWD"))).isEqualTo(3);
        assertThat(Currencies.digits(Currencies.parse("XAU"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDT", "BTC", "ZZZ", "XXX", "XTS", "U$D"})
    void refusesWhatIsNoMoney(String code) {
        assertThatThrownBy(() -> Currencies.parse(code)).isInstanceOf(InvalidValueException.class);
    }
}
