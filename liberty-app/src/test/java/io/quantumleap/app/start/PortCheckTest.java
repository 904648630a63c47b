package io.quantumleap.app.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumleap.app.config.HttpSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void lendsThePortOnlyForAMoment() throws Exception {
        HttpSettings http = freed();

        PortCheck.requireFree(http);
        assertThatCode(() -> PortCheck.requireFree(http)).doesNotThrowAnyException();
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket holder = holder()) {
            assertThatExceptionOfType(StartRefusal.class)
                    .isThrownBy(() -> PortCheck.requireFree(
                            new HttpSettings("localhost", holder.getLocalPort(), Duration.ofMinutes(1))))
                    .withMessageContaining("Port " + holder.getLocalPort())
                    .withMessageContaining("QUANTUMLEAP_HTTP_PORT");
        }
    }

    @Test
    void namesTheHostThatIsNotKnown() {
        assertThatExceptionOfType(StartRefusal.class)
                .isThrownBy(() ->
                        PortCheck.requireFree(new HttpSettings("no-such-host.invalid", 9080, Duration.ofMinutes(1))))
                .withMessageContaining("no-such-host.invalid");
    }

    private static HttpSettings freed() throws Exception {
        try (ServerSocket free = holder()) {
            return new HttpSettings("localhost", free.getLocalPort(), Duration.ofMinutes(1));
        }
    }

    private static ServerSocket holder() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
    }
}
