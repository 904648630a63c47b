package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.AuditedSessions;
import io.quantumleap.adapters.persistence.security.JpaSessions;
import io.quantumleap.adapters.persistence.security.JpaSignInThrottles;
import io.quantumleap.adapters.persistence.security.SessionEnds;
import io.quantumleap.adapters.persistence.security.SessionWatch;
import io.quantumleap.adapters.rest.audit.CurrentScene;
import io.quantumleap.adapters.rest.security.SignInPlace;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.secondfactor.OwnSecondFactor;
import io.quantumleap.security.secondfactor.SecondFactorCheck;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.session.LiveSessions;
import io.quantumleap.security.session.OwnSessions;
import io.quantumleap.security.session.SessionLifetimes;
import io.quantumleap.security.session.SignOut;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.signin.AdmissionDesk;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ForgetOldSignIns;
import io.quantumleap.security.signin.RefreshSession;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.signin.port.SignInThrottles;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.TokenSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Signing in, staying signed in and signing out. */
@ApplicationScoped
public class SignInWiring {

    /** For the container. */
    public SignInWiring() {}

    /** What is known of live sessions. */
    @Produces
    @Singleton
    LiveSessions liveSessions(JpaUnitOfWork work) {
        return new LiveSessions(new JpaSessions(work));
    }

    /** Hearing of ends. */
    @Produces
    @Singleton
    SessionWatch sessionWatch(Database database, LiveSessions live) {
        return new SessionWatch(database, live);
    }

    /** Where sessions are kept; whoever ends one goes on when no instance believes in it any more. */
    @Produces
    @Singleton
    Sessions sessions(Database database, JpaUnitOfWork work, LiveSessions live, RecordAudit audit, CurrentScene scene) {
        SessionEnds ends = new SessionEnds(database.dataSource());
        JpaSessions kept = new JpaSessions(work, () -> {
            live.ended();
            ends.await();
        });
        return new AuditedSessions(kept, audit, () -> ProtectionWiring.here(scene));
    }

    /** Where attempts are counted. */
    @Produces
    @Singleton
    SignInThrottles throttles(JpaUnitOfWork work) {
        return new JpaSignInThrottles(work);
    }

    /** Where people sign in. */
    @Produces
    @Singleton
    SignInPlace signInPlace(ServerSettings settings) {
        return new SignInPlace(!settings.auth().foreignIssuer());
    }

    /** Slowing down guessers. */
    @Produces
    @Singleton
    AttemptThrottle attemptThrottle(SignInThrottles throttles, UnitOfWork work, Clock clock) {
        return new AttemptThrottle(throttles, work, clock);
    }

    /** Opening sessions. */
    @Produces
    @Singleton
    AdmissionDesk admissionDesk(
            Sessions sessions, TokenSigner signer, TokenRules rules, IdGenerator ids, SecureRandom random) {
        return new AdmissionDesk(sessions, signer, rules, SessionLifetimes.STANDARD, ids, random);
    }

    /** Signing in. */
    @Produces
    @Singleton
    SignIn signIn(
            Accounts accounts,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            SecondFactors secondFactors,
            AdmissionDesk desk,
            UnitOfWork work,
            SecureRandom random,
            Clock clock) {
        return new SignIn(accounts, hasher, throttle, new SecondFactorCheck(secondFactors), desk, work, random, clock);
    }

    /** One's own second factor. */
    @Produces
    @Singleton
    OwnSecondFactor ownSecondFactor(
            SecondFactors factors,
            Accounts accounts,
            PasswordHasher hasher,
            UnitOfWork work,
            SecureRandom random,
            Clock clock) {
        return new OwnSecondFactor(factors, accounts, hasher, work, random, clock);
    }

    /** Staying signed in. */
    @Produces
    @Singleton
    RefreshSession refreshSession(
            Accounts accounts, Sessions sessions, AdmissionDesk desk, UnitOfWork work, Clock clock) {
        return new RefreshSession(accounts, sessions, desk, work, clock);
    }

    /** Signing out. */
    @Produces
    @Singleton
    SignOut signOut(Sessions sessions, UnitOfWork work, Clock clock) {
        return new SignOut(sessions, work, clock);
    }

    /** One's own sessions. */
    @Produces
    @Singleton
    OwnSessions ownSessions(Sessions sessions, UnitOfWork work, Clock clock) {
        return new OwnSessions(sessions, work, clock);
    }

    /** Deleting old counts and sessions. */
    @Produces
    @Singleton
    ForgetOldSignIns forgetOldSignIns(AttemptThrottle throttle, Sessions sessions, UnitOfWork work, Clock clock) {
        return new ForgetOldSignIns(throttle, sessions, work, clock);
    }
}
