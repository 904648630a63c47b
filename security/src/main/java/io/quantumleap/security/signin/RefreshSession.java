package io.quantumleap.security.signin;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges a refresh token for a new access token and the next refresh token. A refresh token that comes a second time was
 * copied by someone: the whole session ends, for the thief and the owner alike.
 */
public final class RefreshSession {

    private final Accounts accounts;
    private final Sessions sessions;
    private final AdmissionDesk desk;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public RefreshSession(Accounts accounts, Sessions sessions, AdmissionDesk desk, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The session goes on. */
        record GoesOn(Admission admission) implements Result {}

        /** The token is unknown, too old, or its session is over. */
        record Refused() implements Result {}

        /** The token was used before; its session was ended. */
        record Reused() implements Result {}
    }

    /** Goes on with the session of this token. */
    public Result refresh(RefreshToken token) {
        return work.run(() -> {
            Instant now = clock.instant();
            Optional<RefreshGrant> grant = sessions.lock(token.digest());
            if (grant.isEmpty()) {
                return new Result.Refused();
            }
            if (grant.get().usedAt().isPresent()) {
                sessions.end(grant.get().session(), now);
                return new Result.Reused();
            }
            return goOn(grant.get(), now);
        });
    }

    private Result goOn(RefreshGrant grant, Instant now) {
        Optional<Session> session =
                sessions.find(grant.session()).filter(found -> found.isLive(now) && grant.isFresh(now));
        Optional<Account> account =
                session.flatMap(found -> accounts.find(found.user())).filter(found -> !found.disabled());
        if (session.isEmpty() || account.isEmpty()) {
            return new Result.Refused();
        }
        return new Result.GoesOn(desk.goOn(account.get(), session.get(), grant, now));
    }
}
