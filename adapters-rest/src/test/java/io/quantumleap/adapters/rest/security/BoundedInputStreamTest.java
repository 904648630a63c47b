package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumleap.adapters.rest.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {

    private final AtomicInteger overruns = new AtomicInteger();

    private BoundedInputStream bounded(InputStream body) {
        return new BoundedInputStream(body, 3, overruns::incrementAndGet);
    }

    @Test
    void givesWhatIsWithinTheBound() throws IOException {
        assertThat(bounded(new ByteArrayInputStream(new byte[] {1, 2, 3})).readAllBytes())
                .containsExactly(1, 2, 3);
        assertThat(overruns).hasValue(0);
    }

    @Test
    void endsTheRequestPastTheBound() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bounded(new ByteArrayInputStream(new byte[4])).readAllBytes())
                .satisfies(
                        refusal -> assertThat(refusal.problem().type().status()).isEqualTo(413));
        assertThat(overruns).hasValue(1);
    }

    @Test
    void callsABodyThatCannotBeReadABadRequest() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bounded(broken).readAllBytes())
                .satisfies(
                        refusal -> assertThat(refusal.problem().type().status()).isEqualTo(400));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bounded(broken).read());
    }
}
