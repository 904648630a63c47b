package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.AuditedAccounts;
import io.quantumleap.adapters.persistence.security.Argon2idHasher;
import io.quantumleap.adapters.persistence.security.FirstSignInFile;
import io.quantumleap.adapters.persistence.security.JpaAccounts;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.app.start.Announcement;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.ChangeUser;
import io.quantumleap.security.account.CreateFirstUser;
import io.quantumleap.security.account.CreateUser;
import io.quantumleap.security.account.ListUsers;
import io.quantumleap.security.account.PasswordRules;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.FirstSignIn;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ChangePassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The people who may sign in. */
@ApplicationScoped
public class AccountWiring {

    /** For the container. */
    public AccountWiring() {}

    /** Where accounts are kept. */
    @Produces
    @Singleton
    Accounts accounts(JpaUnitOfWork work, RecordAudit audit) {
        return new AuditedAccounts(new JpaAccounts(work), audit);
    }

    /** How passwords are hashed. */
    @Produces
    @Singleton
    PasswordHasher hasher(SecureRandom random) {
        return Argon2idHasher.forThisMachine(random);
    }

    /** How the first sign-in is told. */
    @Produces
    @Singleton
    FirstSignIn firstSignIn(ServerSettings settings, Announcement announcement) {
        return new FirstSignInFile(settings.home().resolve("first-sign-in"), announcement::rememberSignIn);
    }

    /** The first account of an installation. */
    @Produces
    @Singleton
    CreateFirstUser createFirstUser(
            Accounts accounts,
            PasswordHasher hasher,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            IdGenerator ids,
            SecureRandom random,
            Clock clock) {
        return new CreateFirstUser(accounts, hasher, firstSignIn, work, ids, random, clock);
    }

    /** What a new password must be. */
    @Produces
    @Singleton
    PasswordRules passwordRules(ServerSettings settings) {
        return new PasswordRules(settings.auth().breached());
    }

    /** Making users. */
    @Produces
    @Singleton
    CreateUser createUser(
            Accounts accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new CreateUser(accounts, rules, hasher, work, ids, clock);
    }

    /** Listing users. */
    @Produces
    @Singleton
    ListUsers listUsers(Accounts accounts) {
        return new ListUsers(accounts);
    }

    /** Changing users. */
    @Produces
    @Singleton
    ChangeUser changeUser(
            Accounts accounts,
            Sessions sessions,
            PasswordRules rules,
            PasswordHasher hasher,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        return new ChangeUser(accounts, sessions, rules, hasher, firstSignIn, work, clock);
    }

    /** Changing one's password. */
    @Produces
    @Singleton
    ChangePassword changePassword(
            Accounts accounts,
            Sessions sessions,
            PasswordRules rules,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        return new ChangePassword(accounts, sessions, rules, hasher, throttle, firstSignIn, work, clock);
    }
}
