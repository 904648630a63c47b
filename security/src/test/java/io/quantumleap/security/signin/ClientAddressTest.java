package io.quantumleap.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "127.0.0.1, 127.0.0.1",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%eth0, fe:80:00:00:00:00:00:00/64",
        "2001:db8::1, 20:01:0d:b8:00:00:00:00/64"
    })
    void readsWhatTheContainerReports(String reported, String counted) {
        assertThat(ClientAddress.of(reported).value()).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "evil.example", "999.1.1.1", "1.2.3.4, 5.6.7.8", ":::"})
    void neverAsksANameServer(String reported) {
        assertThat(ClientAddress.of(reported).value()).isEqualTo("unknown");
    }

    @Test
    void givesOneHouseholdOneName() {
        assertThat(ClientAddress.of("2001:db8::1")).isEqualTo(ClientAddress.of("2001:db8::ffff:2"));
    }
}
