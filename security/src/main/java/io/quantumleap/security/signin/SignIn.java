package io.quantumleap.security.signin;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.secondfactor.SecondFactorCheck;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a person in who knows the password. An unknown name, a barred account and a wrong password get the same answer after
 * the same work, so that nobody learns which names exist.
 */
public final class SignIn {

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final AttemptThrottle throttle;
    private final SecondFactorCheck secondFactor;
    private final AdmissionDesk desk;
    private final UnitOfWork work;
    private final Clock clock;

    /** Checked when there is no account, so that a miss costs as much as a hit. */
    private final PasswordHash nobodys;

    /** Wires the use case, hashing one password of nobody. */
    public SignIn(
            Accounts accounts,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            SecondFactorCheck secondFactor,
            AdmissionDesk desk,
            UnitOfWork work,
            SecureRandom random,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.throttle = throttle;
        this.secondFactor = secondFactor;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
        this.nobodys = hasher.hash(new Password(Long.toHexString(random.nextLong()) + random.nextLong()));
    }

    /** What came of it. */
    public sealed interface Result {

        /** Signed in. */
        record Admitted(Admission admission) implements Result {}

        /** Wrong name or wrong password. */
        record Refused() implements Result {}

        /** The password is right; a code of the second factor is needed too. */
        record CodeNeeded() implements Result {}

        /** The password is right; the code of the second factor is wrong or was used before. */
        record CodeWrong() implements Result {}

        /** Too many attempts; try again after this long. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Tries to sign in without a code, as who has no second factor does. */
    public Result signIn(String typedName, Password password, ClientAddress address, String userAgent) {
        return signIn(typedName, password, "", address, userAgent);
    }

    /**
     * Tries to sign in.
     *
     * @param typedName the user name as it was typed
     * @param code a code of the second factor as it was typed; empty for none
     * @throws OverloadedException if too many sign-ins are being checked; the attempt does not count
     */
    public Result signIn(String typedName, Password password, String code, ClientAddress address, String userAgent) {
        if (hasher.isFull()) {
            throw new OverloadedException();
        }
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.admit(name, address);
        if (wait.isPresent()) {
            return new Result.TooMany(wait.get());
        }
        Optional<Account> account = find(name);
        if (!isRight(account, password, name, address)) {
            return new Result.Refused();
        }
        return admit(account.orElseThrow(), password, code, name, address, userAgent);
    }

    private Optional<Account> find(String name) {
        try {
            return accounts.find(new Username(name));
        } catch (InvalidValueException nobodyCanHaveThisName) {
            return Optional.empty();
        }
    }

    private boolean isRight(Optional<Account> account, Password password, String name, ClientAddress address) {
        try {
            boolean matches =
                    hasher.matches(password, account.map(Account::passwordHash).orElse(nobodys));
            return matches && account.filter(found -> !found.disabled()).isPresent();
        } catch (OverloadedException busy) {
            throttle.unchecked(name, address);
            throw busy;
        }
    }

    /** Reads the account again inside the unit of work: it may have been barred while the password was checked. */
    private Result admit(
            Account checked, Password password, String code, String name, ClientAddress address, String userAgent) {
        Optional<PasswordHash> better = better(checked, password);
        return work.run(() -> {
            Optional<Account> current = accounts.find(checked.id())
                    .filter(now -> !now.disabled() && now.passwordHash().equals(checked.passwordHash()));
            if (current.isEmpty()) {
                return new Result.Refused();
            }
            return switch (secondFactor.check(checked.id(), code, clock.instant())) {
                case NEEDED -> {
                    throttle.unchecked(name, address);
                    yield new Result.CodeNeeded();
                }
                case WRONG -> new Result.CodeWrong();
                case PASSED -> {
                    throttle.succeeded(name, address);
                    better.ifPresent(hash -> accounts.update(current.get().withUpgradedHash(hash)));
                    yield new Result.Admitted(desk.open(current.get(), userAgent, clock.instant()));
                }
            };
        });
    }

    /** A hash with today's parameters where the stored one has older ones; another time, when there is no room for it now. */
    private Optional<PasswordHash> better(Account checked, Password password) {
        try {
            return hasher.isOutdated(checked.passwordHash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
        } catch (OverloadedException busy) {
            return Optional.empty();
        }
    }
}
