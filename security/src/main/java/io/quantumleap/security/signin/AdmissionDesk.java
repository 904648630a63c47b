package io.quantumleap.security.signin;

import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.SessionLifetimes;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.token.AccessTokenClaims;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.TokenSigner;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Opens sessions and hands out tokens to people who have proved who they are. Call it inside a unit of work. */
public final class AdmissionDesk {

    private final Sessions sessions;
    private final TokenSigner signer;
    private final TokenRules rules;
    private final SessionLifetimes lifetimes;
    private final IdGenerator ids;
    private final SecureRandom random;

    /**
     * Wires the desk.
     *
     * @throws IllegalArgumentException if its tokens would live longer than the rules accept
     */
    public AdmissionDesk(
            Sessions sessions,
            TokenSigner signer,
            TokenRules rules,
            SessionLifetimes lifetimes,
            IdGenerator ids,
            SecureRandom random) {
        if (lifetimes.accessToken().compareTo(rules.maxLifetime()) > 0) {
            throw new IllegalArgumentException("our own tokens would be refused: they live too long");
        }
        this.sessions = sessions;
        this.signer = signer;
        this.rules = rules;
        this.lifetimes = lifetimes;
        this.ids = ids;
        this.random = random;
    }

    /** Opens a session. */
    Admission open(Account account, String userAgent, Instant now) {
        Session session = new Session(
                new SessionId(ids.next()), account.id(), now, now, now.plus(lifetimes.whole()), userAgent, null);
        RefreshToken refresh = RefreshToken.random(random);
        sessions.add(session, grant(session, refresh, now));
        return admission(account, session, refresh, now);
    }

    /** Goes on with a session: the used refresh token is replaced by a new one. */
    Admission goOn(Account account, Session session, RefreshGrant used, Instant now) {
        RefreshToken refresh = RefreshToken.random(random);
        sessions.rotate(used, grant(session, refresh, now), now);
        return admission(account, session.usedAt(now), refresh, now);
    }

    private RefreshGrant grant(Session session, RefreshToken refresh, Instant now) {
        Instant idle = now.plus(lifetimes.idle());
        Instant end = idle.isBefore(session.expiresAt()) ? idle : session.expiresAt();
        return new RefreshGrant(refresh.digest(), session.id(), end, null);
    }

    private Admission admission(Account account, Session session, RefreshToken refresh, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant end = second.plus(lifetimes.accessToken());
        AccessTokenClaims claims = new AccessTokenClaims(
                rules.issuer(),
                rules.audience(),
                ids.next().toString(),
                account.id(),
                account.username().value(),
                account.roles(),
                session.id(),
                second,
                end);
        return new Admission(
                account,
                session,
                signer.sign(claims),
                lifetimes.accessToken(),
                refresh,
                Duration.between(now, grant(session, refresh, now).expiresAt()));
    }
}
