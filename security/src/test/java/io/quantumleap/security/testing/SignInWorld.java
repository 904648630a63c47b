package io.quantumleap.security.testing;

import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.ChangeUser;
import io.quantumleap.security.account.CreateFirstUser;
import io.quantumleap.security.account.CreateUser;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.PasswordRules;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.secondfactor.OwnSecondFactor;
import io.quantumleap.security.secondfactor.SecondFactorCheck;
import io.quantumleap.security.session.OwnSessions;
import io.quantumleap.security.session.SessionLifetimes;
import io.quantumleap.security.session.SignOut;
import io.quantumleap.security.signin.Admission;
import io.quantumleap.security.signin.AdmissionDesk;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ChangePassword;
import io.quantumleap.security.signin.ClientAddress;
import io.quantumleap.security.signin.RefreshSession;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.token.AccessTokenClaims;
import io.quantumleap.security.token.TokenRules;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Everything that signing in needs, in memory and with a clock that can be moved. */
public final class SignInWorld {

    /** The rules of the tokens here. */
    public static final TokenRules RULES = TokenRules.own("https://issuer.example", "quantumleap", Duration.ofHours(1));

    /** Where people sign in from when a test does not care. */
    public static final ClientAddress HOME = ClientAddress.of("192.0.2.1");

    /** The password of everyone who is made with {@link #person}. */
    public static final Password PASSWORD = new Password("quiet river 47 lamps");

    public final MovableClock clock = new MovableClock();
    public final InMemoryAccounts accounts = new InMemoryAccounts();
    public final InMemorySessions sessions = new InMemorySessions();
    public final InMemoryThrottles throttles = new InMemoryThrottles();
    public final InMemorySecondFactors secondFactors = new InMemorySecondFactors();
    public final PlainHasher hasher = new PlainHasher();
    public final SignInNote note = new SignInNote();
    public final Set<Password> breached = new HashSet<>();
    public final PasswordRules rules = new PasswordRules(breached::contains);
    public final List<AccessTokenClaims> signed = new ArrayList<>();

    public final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    private final DirectWork work = new DirectWork();
    private final IdGenerator ids = UUID::randomUUID;

    public final RecordAudit audit = new RecordAudit(trail, () -> AuditScene.SERVER, work, ids, clock);

    private final SecureRandom random = new SecureRandom();
    private final AttemptThrottle throttle = new AttemptThrottle(throttles, work, clock);
    private final AdmissionDesk desk =
            new AdmissionDesk(sessions, this::sign, RULES, SessionLifetimes.STANDARD, ids, random);

    public final SignIn signIn =
            new SignIn(accounts, hasher, throttle, new SecondFactorCheck(secondFactors), desk, work, random, clock);
    public final OwnSecondFactor ownSecondFactor =
            new OwnSecondFactor(secondFactors, accounts, hasher, work, random, clock);
    public final RefreshSession refresh = new RefreshSession(accounts, sessions, desk, work, clock);
    public final ChangePassword changePassword =
            new ChangePassword(accounts, sessions, rules, hasher, throttle, note, work, clock);
    public final SignOut signOut = new SignOut(sessions, work, clock);
    public final OwnSessions ownSessions = new OwnSessions(sessions, work, clock);
    public final CreateUser createUser = new CreateUser(accounts, rules, hasher, work, ids, clock);
    public final ChangeUser changeUser = new ChangeUser(accounts, sessions, rules, hasher, note, work, clock);
    public final CreateFirstUser createFirstUser =
            new CreateFirstUser(accounts, hasher, note, work, ids, random, clock);

    private String sign(AccessTokenClaims claims) {
        signed.add(claims);
        return "token-" + signed.size();
    }

    /** Someone who can sign in with {@link #PASSWORD}. */
    public Account person(String name, Role... roles) {
        Account account = new Account(
                new UserId(ids.next()),
                new Username(name),
                Set.of(roles),
                false,
                false,
                clock.instant(),
                new PasswordHash("plain2:" + PASSWORD.secret()));
        accounts.add(account);
        return account;
    }

    /** Signs someone in who must succeed. */
    public Admission admitted(String name) {
        SignIn.Result result = signIn.signIn(name, PASSWORD, HOME, "a browser");
        return ((SignIn.Result.Admitted) result).admission();
    }

    /** The caller whom an admission makes. */
    public static Caller caller(Admission admission) {
        Account account = admission.account();
        return new Caller(
                account.id(),
                account.username().value(),
                account.roles(),
                admission.session().id());
    }
}
