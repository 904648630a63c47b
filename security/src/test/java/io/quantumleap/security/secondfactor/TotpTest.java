package io.quantumleap.security.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(US_ASCII));

    /** The vectors for SHA-1 in appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void writesASecretInBase32() {
        assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(SECRET).hasToString("TotpSecret[not shown]");
    }

    @Test
    void takesACodeOneStepEarlyOrLateAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            String code = Totp.code(SECRET, step + off, Totp.DIGITS);
            assertThat(Totp.matchingStep(SECRET, code, now, 0).isPresent())
                    .as("%d steps off", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void takesNoCodeTwice() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = Totp.code(SECRET, Totp.step(now), Totp.DIGITS);

        assertThat(Totp.matchingStep(SECRET, code, now, Totp.step(now) - 1)).hasValue(Totp.step(now));
        assertThat(Totp.matchingStep(SECRET, code, now, Totp.step(now))).isEmpty();
    }
}
