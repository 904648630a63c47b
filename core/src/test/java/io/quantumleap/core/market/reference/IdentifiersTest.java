package io.quantumleap.core.market.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.shared.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    /** Apple, SAP, Deutsche Bank, BAE Systems, Treasury Corporation of Victoria (the example of ISO 6166), Vanguard S&P 500. */
    @ParameterizedTest
    @ValueSource(
            strings = {"US0378331005", "DE0007164600", "DE0005140008", "GB0002634946", "AU0000XVGZA3", "US9229083632"})
    void takesIsinsOfRealSecurities(String isin) {
        assertThat(new Isin(isin).value()).isEqualTo(isin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US0378331004", "US0373831005", "DE0007164601", "GB0002634964"})
    void refusesAnIsinWithAWrongOrMovedDigit(String isin) {
        assertThatThrownBy(() -> new Isin(isin))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("check digit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "US037833100",
                "US03783310055",
                "0S0378331005",
                "US03783310O5X",
                "US-378331005",
                "US037833100Z"
            })
    void refusesWhatHasNotTheFormOfAnIsin(String isin) {
        assertThatThrownBy(() -> new Isin(isin)).isInstanceOf(InvalidValueException.class);
    }

    /** IBM, Apple, Microsoft and Ford at their home exchange. */
    @ParameterizedTest
    @ValueSource(strings = {"BBG000BLNQ16", "BBG000B9XRY4", "BBG000BPH459", "BBG000BQPC32"})
    void takesFigisOfRealListings(String figi) {
        assertThat(new Figi(figi).value()).isEqualTo(figi);
    }

    @ParameterizedTest
    @CsvSource({
        "BBG000BLNQ17, check digit",
        "BBG000BLQN16, check digit",
        "BBG000BLNA16, consonants",
        "BBA000BLNQ16, consonants",
        "GBG000BLNQ16, consonants",
        "BBG000BLNQ1, consonants",
        "BBG000BLNQ1X, consonants"
    })
    void refusesWhatIsNoFigi(String figi, String reason) {
        assertThatThrownBy(() -> new Figi(figi))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsLowerCaseAsUpper() {
        assertThat(new Isin("us0378331005")).isEqualTo(new Isin("US0378331005"));
        assertThat(new Figi("bbg000blnq16")).isEqualTo(new Figi("BBG000BLNQ16"));
        assertThat(new Mic("xnys").value()).isEqualTo("XNYS");
        assertThatThrownBy(() -> new Mic("NYSE1")).isInstanceOf(InvalidValueException.class);
    }
}
