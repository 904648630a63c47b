package io.quantumleap.security.account;

import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.FirstSignIn;
import io.quantumleap.security.account.port.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

/** Makes the one account of a new installation, with a random password, so that no installation shares a default one. */
public final class CreateFirstUser {

    /** The name that the first person signs in with. */
    public static final Username NAME = new Username("admin");

    /** Letters and digits that are not mistaken for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** 24 of 55 characters: 138 random bits. */
    private static final int LENGTH = 24;

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final FirstSignIn firstSignIn;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final SecureRandom random;
    private final Clock clock;

    /** Wires the use case. */
    public CreateFirstUser(
            Accounts accounts,
            PasswordHasher hasher,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            IdGenerator ids,
            SecureRandom random,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.firstSignIn = firstSignIn;
        this.work = work;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Creates the account, if there is nobody yet. The sign-in is announced before the account is committed: a crash between
     * the two leaves a note that the next start replaces, never an account whose password nobody knows.
     */
    public void createIfNobodyIsThere() {
        if (accounts.isEmpty()) {
            Password password = randomPassword();
            PasswordHash hash = hasher.hash(password);
            work.run(() -> {
                accounts.add(new Account(
                        new UserId(ids.next()),
                        NAME,
                        Set.of(Role.ADMIN, Role.ADVISER),
                        false,
                        false,
                        clock.instant(),
                        hash));
                firstSignIn.announce(NAME, password);
            });
        }
    }

    private Password randomPassword() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Password(text.toString());
    }
}
