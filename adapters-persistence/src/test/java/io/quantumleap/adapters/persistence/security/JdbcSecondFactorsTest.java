package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.secondfactor.SecondFactor;
import io.quantumleap.security.secondfactor.SecondFactorsContract;
import io.quantumleap.security.secondfactor.TotpSecret;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.vault.Reencrypted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JdbcSecondFactorsTest extends SecondFactorsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    @Override
    protected SecondFactors factors() {
        return new JdbcSecondFactors(
                DATABASE.unitOfWork(), MasterKey.in(folder.resolve("master.key"), new SecureRandom()));
    }

    @Test
    void goesOverToAnotherMasterKey() throws IOException {
        // Those of other tests were encrypted with keys that are gone.
        DATABASE.unitOfWork().with(manager -> manager.createNativeQuery("DELETE FROM second_factor")
                .executeUpdate());
        UserId user = user();
        TotpSecret secret = new TotpSecret(new SecureRandom().generateSeed(20));
        factors().put(new SecondFactor(user, secret, true, 7, Set.of("digest")));
        Path file = folder.resolve("master.key");
        byte[] next = new SecureRandom().generateSeed(32);
        Files.writeString(file, Base64.getEncoder().encodeToString(next) + "\n" + Files.readString(file));

        JdbcSecondFactors both = new JdbcSecondFactors(DATABASE.unitOfWork(), MasterKey.in(file, new SecureRandom()));
        Reencrypted done = DATABASE.unitOfWork().run(both::reencrypt);
        assertThat(done.changed()).isEqualTo(done.secrets()).isPositive();
        Files.writeString(file, Base64.getEncoder().encodeToString(next));

        assertThat(factors().lock(user)).contains(new SecondFactor(user, secret, true, 7, Set.of("digest")));
    }

    @Override
    protected UserId user() {
        UserId id = new UserId(UUID.randomUUID());
        new JpaAccounts(DATABASE.unitOfWork())
                .add(new Account(
                        id,
                        new Username("user-" + id),
                        Set.of(Role.CLIENT),
                        false,
                        false,
                        Instant.EPOCH,
                        new PasswordHash("hash")));
        return id;
    }
}
