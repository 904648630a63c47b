package io.quantumleap.security.account;

import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.PasswordHasher;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Gives a person a user name, roles and a first password. */
public final class CreateUser {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    /** Wires the use case. */
    public CreateUser(
            Accounts accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.hasher = hasher;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The account is there. */
        record Created(Account account) implements Result {}

        /** The password breaks rules; nothing was made. */
        record PasswordRefused(List<PasswordFault> faults) implements Result {}
    }

    /**
     * Creates the account.
     *
     * @throws io.quantumleap.core.shared.ConflictException if the user name is taken
     * @throws io.quantumleap.core.shared.InvalidValueException if there is no role
     */
    public Result create(Username username, Password password, Set<Role> roles) {
        List<PasswordFault> faults = rules.check(username, password);
        if (!faults.isEmpty()) {
            return new Result.PasswordRefused(faults);
        }
        Account account = new Account(
                new UserId(ids.next()), username, roles, false, true, clock.instant(), hasher.hash(password));
        work.run(() -> accounts.add(account));
        return new Result.Created(account);
    }
}
