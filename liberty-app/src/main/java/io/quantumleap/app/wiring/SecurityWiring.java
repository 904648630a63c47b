package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.AuditedAccounts;
import io.quantumleap.adapters.persistence.audit.AuditedSessions;
import io.quantumleap.adapters.persistence.security.Argon2idHasher;
import io.quantumleap.adapters.persistence.security.FirstSignInFile;
import io.quantumleap.adapters.persistence.security.JdbcKeyVault;
import io.quantumleap.adapters.persistence.security.JdbcSecondFactors;
import io.quantumleap.adapters.persistence.security.JpaAccounts;
import io.quantumleap.adapters.persistence.security.JpaSessions;
import io.quantumleap.adapters.persistence.security.JpaSignInThrottles;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.adapters.rest.audit.CurrentScene;
import io.quantumleap.adapters.rest.security.LoggedSuspicions;
import io.quantumleap.adapters.rest.security.NimbusTokenSigner;
import io.quantumleap.adapters.rest.security.PublishedKeys;
import io.quantumleap.adapters.rest.security.RefreshCookie;
import io.quantumleap.adapters.rest.security.SignInPlace;
import io.quantumleap.adapters.rest.security.TokenVerifier;
import io.quantumleap.app.config.AuthSettings;
import io.quantumleap.app.config.Mode;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.app.start.Announcement;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.ServerAccess;
import io.quantumleap.security.account.ChangeUser;
import io.quantumleap.security.account.CreateFirstUser;
import io.quantumleap.security.account.CreateUser;
import io.quantumleap.security.account.ListUsers;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.account.port.FirstSignIn;
import io.quantumleap.security.account.port.PasswordHasher;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.headers.SecurityHeaders;
import io.quantumleap.security.headers.TransportPolicy;
import io.quantumleap.security.input.port.Suspicions;
import io.quantumleap.security.secondfactor.OwnSecondFactor;
import io.quantumleap.security.secondfactor.SecondFactorCheck;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.session.OwnSessions;
import io.quantumleap.security.session.SessionLifetimes;
import io.quantumleap.security.session.SignOut;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.signin.AdmissionDesk;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ChangePassword;
import io.quantumleap.security.signin.ForgetOldSignIns;
import io.quantumleap.security.signin.RefreshSession;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.signin.port.SignInThrottles;
import io.quantumleap.security.token.OpenIdProvider;
import io.quantumleap.security.token.RecogniseCaller;
import io.quantumleap.security.token.RotateKeys;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.token.TokenPolicy;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.KeyVault;
import io.quantumleap.security.token.port.TokenSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Who may do what: accounts, sessions, tokens, access rules and headers. */
@ApplicationScoped
public class SecurityWiring {

    private static final String SUSPICIONS = "quantumleap_attack_shaped_inputs";
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    /** For the container. */
    public SecurityWiring() {}

    /** Who may use which route. */
    @Produces
    @Singleton
    AccessRules accessRules() {
        return ServerAccess.rules();
    }

    /** Input that looks like an attack. */
    @Produces
    @Singleton
    Suspicions suspicions(MetricRegistry metrics) {
        return new LoggedSuspicions(shape ->
                metrics.counter(SUSPICIONS, new Tag("shape", shape.code())).inc());
    }

    /** What goes with every answer. */
    @Produces
    @Singleton
    SecurityHeaders securityHeaders(ServerSettings settings) {
        return new SecurityHeaders(new TransportPolicy(
                isBehindTls(settings),
                settings.web().tlsRemembered(),
                settings.web().tlsPreload()));
    }

    /** How the refresh cookie is set. */
    @Produces
    @Singleton
    RefreshCookie refreshCookie(ServerSettings settings) {
        AuthSettings.SecureCookie secure = settings.auth().secureCookie();
        return new RefreshCookie(secure == AuthSettings.SecureCookie.ALWAYS
                || (secure == AuthSettings.SecureCookie.AUTO && isBehindTls(settings)));
    }

    /** Randomness that nobody can guess. */
    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    /** Where accounts are kept. */
    @Produces
    @Singleton
    Accounts accounts(JpaUnitOfWork work, RecordAudit audit) {
        return new AuditedAccounts(new JpaAccounts(work), audit);
    }

    /** Where sessions are kept. */
    @Produces
    @Singleton
    Sessions sessions(JpaUnitOfWork work, RecordAudit audit, CurrentScene scene) {
        return new AuditedSessions(new JpaSessions(work), audit, () -> ProtectionWiring.here(scene));
    }

    /** Where attempts are counted. */
    @Produces
    @Singleton
    SignInThrottles throttles(JpaUnitOfWork work) {
        return new JpaSignInThrottles(work);
    }

    /** How passwords are hashed. */
    @Produces
    @Singleton
    PasswordHasher hasher(SecureRandom random) {
        return Argon2idHasher.forThisMachine(random);
    }

    /** What the secrets in the database are encrypted with. */
    @Produces
    @Singleton
    MasterKey masterKey(ServerSettings settings, SecureRandom random) {
        return MasterKey.in(settings.auth().masterKeyFile(), random);
    }

    /** Where signing keys are kept. */
    @Produces
    @Singleton
    KeyVault keyVault(JpaUnitOfWork work, MasterKey master) {
        return new JdbcKeyVault(work, master);
    }

    /** The keys that tokens are signed with. */
    @Produces
    @Singleton
    SigningKeys signingKeys(KeyVault vault, TokenRules rules, Clock clock) {
        return new SigningKeys(vault, rules.maxLifetime().plus(CLOCK_TOLERANCE), clock);
    }

    /** Replacing them. */
    @Produces
    @Singleton
    RotateKeys rotateKeys(KeyVault vault, SigningKeys keys, UnitOfWork work, ServerSettings settings, Clock clock) {
        return new RotateKeys(vault, keys, work, settings.auth().keyRotation(), clock);
    }

    /** How the first sign-in is told. */
    @Produces
    @Singleton
    FirstSignIn firstSignIn(ServerSettings settings, Announcement announcement) {
        return new FirstSignInFile(settings.home().resolve("first-sign-in"), announcement::rememberSignIn);
    }

    /** What is asked of a token. */
    @Produces
    @Singleton
    TokenRules tokenRules(ServerSettings settings) {
        AuthSettings auth = settings.auth();
        return auth.foreignIssuer()
                ? new TokenRules(
                        auth.issuer(),
                        auth.audience(),
                        Set.of(auth.algorithm()),
                        Set.of(TokenRules.ACCESS_TOKEN_TYPE, "jwt"),
                        auth.maxTokenLifetime(),
                        CLOCK_TOLERANCE)
                : TokenRules.own(auth.issuer(), auth.audience(), auth.maxTokenLifetime());
    }

    /** Where people sign in. */
    @Produces
    @Singleton
    SignInPlace signInPlace(ServerSettings settings) {
        return new SignInPlace(!settings.auth().foreignIssuer());
    }

    /** Signing tokens. */
    @Produces
    @Singleton
    TokenSigner tokenSigner(SigningKeys keys) {
        return new NimbusTokenSigner(keys);
    }

    /** The public keys. */
    @Produces
    @Singleton
    PublishedKeys publishedKeys(SigningKeys keys) {
        return new PublishedKeys(keys);
    }

    /** Verifying signatures. */
    @Produces
    @Singleton
    TokenVerifier tokenVerifier(SigningKeys keys, ServerSettings settings) {
        AuthSettings auth = settings.auth();
        return auth.foreignIssuer()
                ? TokenVerifier.provider(URI.create(auth.jwksUrl()), auth.algorithm())
                : TokenVerifier.own(keys);
    }

    /** Knowing who calls. */
    @Produces
    @Singleton
    RecogniseCaller recogniseCaller(
            TokenRules rules, SigningKeys keys, Sessions sessions, ServerSettings settings, Clock clock) {
        AuthSettings auth = settings.auth();
        OpenIdProvider provider = new OpenIdProvider(auth.issuer(), auth.rolesClaim(), auth.roleMapping());
        return auth.foreignIssuer()
                ? RecogniseCaller.ofProvider(new TokenPolicy(rules, id -> true, provider), clock)
                : new RecogniseCaller(new TokenPolicy(rules, keys::accepts), sessions, clock);
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

    /** Where second factors are kept. */
    @Produces
    @Singleton
    SecondFactors secondFactors(JpaUnitOfWork work, MasterKey master) {
        return new JdbcSecondFactors(work, master);
    }

    /** One's own second factor. */
    @Produces
    @Singleton
    OwnSecondFactor ownSecondFactor(SecondFactors factors, UnitOfWork work, SecureRandom random, Clock clock) {
        return new OwnSecondFactor(factors, work, random, clock);
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

    /** Changing one's password. */
    @Produces
    @Singleton
    ChangePassword changePassword(
            Accounts accounts,
            Sessions sessions,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        return new ChangePassword(accounts, sessions, hasher, throttle, firstSignIn, work, clock);
    }

    /** Deleting old counts and sessions. */
    @Produces
    @Singleton
    ForgetOldSignIns forgetOldSignIns(AttemptThrottle throttle, Sessions sessions, UnitOfWork work, Clock clock) {
        return new ForgetOldSignIns(throttle, sessions, work, clock);
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

    /** Making users. */
    @Produces
    @Singleton
    CreateUser createUser(Accounts accounts, PasswordHasher hasher, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new CreateUser(accounts, hasher, work, ids, clock);
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
            PasswordHasher hasher,
            FirstSignIn firstSignIn,
            UnitOfWork work,
            Clock clock) {
        return new ChangeUser(accounts, sessions, hasher, firstSignIn, work, clock);
    }

    /** In production the issuer is an https address, checked at start, so browsers never come here over plain HTTP. */
    private static boolean isBehindTls(ServerSettings settings) {
        return settings.mode() == Mode.PRODUCTION;
    }
}
