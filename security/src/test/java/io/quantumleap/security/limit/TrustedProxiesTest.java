package io.quantumleap.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies ours =
            new TrustedProxies(List.of(Network.parse("10.0.0.0/8"), Network.parse("2001:db8::/32")));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, '198.51.100.1', 203.0.113.9",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, '198.51.100.1', 198.51.100.1",
        "10.0.0.1, '6.6.6.6, 198.51.100.1', 198.51.100.1",
        "10.0.0.1, '6.6.6.6, 198.51.100.1, 10.2.3.4', 198.51.100.1",
        "2001:db8::1, '198.51.100.1', 198.51.100.1",
        "10.0.0.1, 'localhost', 10.0.0.1",
        "10.0.0.1, '198.51.100.1, unknown', 10.0.0.1",
        "10.0.0.1, '10.9.9.9', 10.9.9.9"
    })
    void believesAProxyOnlyAsFarAsItIsOurs(String peer, String forwarded, String client) {
        assertThat(ours.clientAddress(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void believesNobodyUnlessToldTo() {
        assertThat(new TrustedProxies(List.of()).clientAddress("127.0.0.1", List.of("6.6.6.6")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void readsLinesInTheirOrder() {
        assertThat(ours.clientAddress("10.0.0.1", List.of("6.6.6.6", "198.51.100.1, 10.0.0.2")))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "300.1.1.1", "*", "2001:db8::/129"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }
}
