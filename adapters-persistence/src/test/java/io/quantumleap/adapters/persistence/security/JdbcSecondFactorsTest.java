package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.secondfactor.SecondFactorsContract;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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
