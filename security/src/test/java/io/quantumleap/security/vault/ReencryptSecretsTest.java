package io.quantumleap.security.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.SignInWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReencryptSecretsTest {

    private final SignInWorld world = new SignInWorld();

    @Test
    void goesThroughEveryKindAndLeavesATrace() {
        ReencryptSecrets reencrypt = new ReencryptSecrets(
                List.of(() -> new Reencrypted(3, 2), () -> new Reencrypted(5, 0)), new DirectWork(), world.audit);

        assertThat(reencrypt.run()).isEqualTo(new Reencrypted(8, 2));

        assertThat(world.trail.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.SECRETS_REENCRYPTED);
            assertThat(entry.count()).isEqualTo(2);
            assertThat(entry.note()).isEqualTo("of 8");
        });
    }
}
