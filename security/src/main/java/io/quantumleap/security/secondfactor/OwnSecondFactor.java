package io.quantumleap.security.secondfactor;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets callers set up a second factor of their own, and give it up again. */
public final class OwnSecondFactor {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final UnitOfWork work;
    private final SecureRandom random;
    private final Clock clock;

    /** Wires the use case. */
    public OwnSecondFactor(
            SecondFactors factors,
            Accounts accounts,
            PasswordHasher hasher,
            UnitOfWork work,
            SecureRandom random,
            Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.hasher = hasher;
        this.work = work;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Whether there is one, and how many recovery codes are left.
     *
     * @param active whether a code is asked for at sign-in
     */
    public record State(boolean active, int recoveryCodesLeft) {}

    /** How it stands. */
    public State state(Caller caller) {
        return work.run(() -> factors.lock(caller.id())
                .filter(SecondFactor::confirmed)
                .map(factor -> new State(true, factor.recoveryDigests().size()))
                .orElseGet(() -> new State(false, 0)));
    }

    /**
     * Makes a secret for the caller's app; empty if the password is wrong, since whoever holds a token for some minutes must
     * not shut its owner out for good. Nothing is asked for at sign-in before a first code has confirmed the secret.
     *
     * @throws ConflictException if there is a confirmed one; it must be given up first
     * @throws io.quantumleap.security.account.OverloadedException if too many passwords are being checked
     */
    public Optional<TotpSecret> begin(Caller caller, Password password) {
        return accounts.find(caller.id())
                .filter(account -> hasher.matches(password, account.passwordHash()))
                .map(account -> begun(caller));
    }

    private TotpSecret begun(Caller caller) {
        return work.run(() -> {
            if (isActive(caller.id())) {
                throw new ConflictException("There is a second factor already.");
            }
            TotpSecret secret = TotpSecret.random(random);
            factors.put(new SecondFactor(caller.id(), secret, false, 0, Set.of()));
            return secret;
        });
    }

    /** Confirms the secret with a first code, and gives the recovery codes, once; empty if the code is wrong. */
    public Optional<List<String>> confirm(Caller caller, String code) {
        return work.run(() -> factors.lock(caller.id())
                .filter(factor -> !factor.confirmed())
                .flatMap(factor -> factor.using(code, clock.instant()))
                .map(this::confirmed));
    }

    private List<String> confirmed(SecondFactor factor) {
        List<String> codes = RecoveryCodes.random(random);
        factors.put(factor.confirmedWith(
                codes.stream().map(RecoveryCodes::digest).collect(Collectors.toUnmodifiableSet())));
        return codes;
    }

    /** Gives the second factor up with a code of it; false if the code is wrong or there is none to give up. */
    public boolean giveUp(Caller caller, String code) {
        return work.run(() -> {
            boolean right = factors.lock(caller.id())
                    .filter(SecondFactor::confirmed)
                    .flatMap(factor -> factor.using(code, clock.instant()))
                    .isPresent();
            if (right) {
                factors.remove(caller.id());
            }
            return right;
        });
    }

    /** Takes the second factor from a user who lost it, as an administrator does. */
    public void takeFrom(UserId user) {
        work.run(() -> factors.remove(user));
    }

    private boolean isActive(UserId user) {
        return factors.lock(user).filter(SecondFactor::confirmed).isPresent();
    }
}
