package io.quantumleap.security.signin;

import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordFault;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.PasswordRules;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.FirstSignIn;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives callers a new password who know the old one, and ends their other sessions. Wrong guesses at the old password are
 * slowed down like sign-ins, so that a stolen session is no way to learn it.
 */
public final class ChangePassword {

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final AttemptThrottle throttle;
    private final FirstSignIn firstSignIn;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public ChangePassword(
            Accounts accounts,
            Sessions sessions,
            PasswordRules rules,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rules = rules;
        this.hasher = hasher;
        this.throttle = throttle;
        this.firstSignIn = firstSignIn;
        this.work = work;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The password is new, and only this session is left. */
        record Changed() implements Result {}

        /** The old password is wrong. */
        record WrongPassword() implements Result {}

        /** The new password breaks rules. */
        record PasswordRefused(List<PasswordFault> faults) implements Result {}

        /** Too many attempts; try again after this long. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /**
     * Changes the caller's password.
     *
     * @throws OverloadedException if too many passwords are being checked; the attempt does not count
     */
    public Result change(Caller caller, Password current, Password wanted, ClientAddress address) {
        Account account = account(caller);
        List<PasswordFault> faults = faults(account, current, wanted);
        if (!faults.isEmpty()) {
            return new Result.PasswordRefused(faults);
        }
        Optional<Duration> wait = throttle.admit(caller.username(), address);
        if (wait.isPresent()) {
            return new Result.TooMany(wait.get());
        }
        Optional<PasswordHash> hash = hashIfRight(current, wanted, account, address);
        if (hash.isEmpty()) {
            return new Result.WrongPassword();
        }
        Result result = work.run(() -> replace(caller, account, hash.get(), address));
        if (result instanceof Result.Changed) {
            firstSignIn.forget(account.username());
        }
        return result;
    }

    private Result replace(Caller caller, Account checked, PasswordHash hash, ClientAddress address) {
        Account now = account(caller);
        if (!now.passwordHash().equals(checked.passwordHash())) {
            return new Result.WrongPassword();
        }
        throttle.succeeded(caller.username(), address);
        accounts.update(now.withOwnPassword(hash));
        sessions.endOthersOf(caller.id(), caller.session(), clock.instant());
        return new Result.Changed();
    }

    private Optional<PasswordHash> hashIfRight(
            Password current, Password wanted, Account account, ClientAddress address) {
        try {
            return hasher.matches(current, account.passwordHash())
                    ? Optional.of(hasher.hash(wanted))
                    : Optional.empty();
        } catch (OverloadedException busy) {
            throttle.unchecked(account.username().value(), address);
            throw busy;
        }
    }

    private List<PasswordFault> faults(Account account, Password current, Password wanted) {
        List<PasswordFault> faults = new ArrayList<>(rules.check(account.username(), wanted));
        if (wanted.equals(current)) {
            faults.add(PasswordFault.UNCHANGED);
        }
        return faults;
    }

    private Account account(Caller caller) {
        return accounts.find(caller.id()).orElseThrow(() -> new MissingObjectException("There is no such user."));
    }
}
