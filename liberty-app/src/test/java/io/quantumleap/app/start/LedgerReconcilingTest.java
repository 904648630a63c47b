package io.quantumleap.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerReconcilingTest {

    @ParameterizedTest
    @CsvSource({
        "PT24H, 2026-01-31T01:30:00Z, PT30M",
        "PT24H, 2026-01-31T02:00:00Z, PT24H",
        "PT24H, 2026-01-31T12:00:00Z, PT14H",
        "PT1H, 2026-01-31T12:00:00Z, PT1H"
    })
    void beginsAtNightUnlessItIsToBeMoreOften(Duration every, Instant now, Duration first) {
        assertThat(LedgerReconciling.first(every, Clock.fixed(now, ZoneId.of("Asia/Tokyo"))))
                .isEqualTo(first);
    }
}
