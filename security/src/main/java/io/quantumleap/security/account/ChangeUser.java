package io.quantumleap.security.account;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.FirstSignIn;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Changes a person's roles, bars or unbars them, or gives them a new password. Any such change ends their sessions, so that
 * no token goes on saying what is no longer true.
 */
public final class ChangeUser {

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final FirstSignIn firstSignIn;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public ChangeUser(
            Accounts accounts,
            Sessions sessions,
            PasswordRules rules,
            PasswordHasher hasher,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rules = rules;
        this.hasher = hasher;
        this.firstSignIn = firstSignIn;
        this.work = work;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The account as it is now. */
        record Changed(Account account) implements Result {}

        /** The password breaks rules; nothing was changed. */
        record PasswordRefused(List<PasswordFault> faults) implements Result {}
    }

    /**
     * Makes the change.
     *
     * @throws MissingObjectException if there is no such user
     * @throws ConflictException if nobody could administer users afterwards
     */
    public Result change(UserId id, UserChange change) {
        Account before = find(id);
        List<PasswordFault> faults = change.password()
                .map(password -> rules.check(before.username(), password))
                .orElse(List.of());
        if (!faults.isEmpty()) {
            return new Result.PasswordRefused(faults);
        }
        Optional<PasswordHash> hash = change.password().map(hasher::hash);
        Account after = work.run(() -> apply(id, change, hash));
        hash.ifPresent(given -> firstSignIn.forget(after.username()));
        return new Result.Changed(after);
    }

    private Account apply(UserId id, UserChange change, Optional<PasswordHash> hash) {
        int admins = accounts.lockAndCountActiveAdmins();
        Account before = find(id);
        Account after = changed(before, change, hash);
        if (before.isActiveAdmin() && !after.isActiveAdmin() && admins <= 1) {
            throw new ConflictException("The last administrator cannot be removed.");
        }
        if (!after.equals(before)) {
            accounts.update(after);
            sessions.endAllOf(id, clock.instant());
        }
        return after;
    }

    private static Account changed(Account before, UserChange change, Optional<PasswordHash> hash) {
        Account roles = change.roles().map(before::withRoles).orElse(before);
        Account barred = change.disabled().map(roles::withDisabled).orElse(roles);
        return hash.map(barred::withGivenPassword).orElse(barred);
    }

    private Account find(UserId id) {
        return accounts.find(id).orElseThrow(() -> new MissingObjectException("There is no such user."));
    }
}
