package io.quantumleap.security.token;

import io.quantumleap.security.access.Caller;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Instant;

/**
 * Says who sent a request: the token, whose signature was verified before, satisfies the policy, and its session is live. The
 * session is looked up each time, so that signing out counts at once on every instance.
 */
public final class RecogniseCaller {

    private final TokenPolicy policy;
    private final Sessions sessions;
    private final Clock clock;

    /** Wires the use case. */
    public RecogniseCaller(TokenPolicy policy, Sessions sessions, Clock clock) {
        this.policy = policy;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The caller is known. */
        record Recognised(Caller caller) implements Result {}

        /** The token is not accepted. */
        record Refused(TokenFault reason) implements Result {}
    }

    /** Recognises the caller by a token whose signature is good. */
    public Result recognise(PresentedToken token) {
        Instant now = clock.instant();
        TokenVerdict verdict = policy.judge(token, now);
        if (verdict instanceof TokenVerdict.Rejected rejected) {
            return new Result.Refused(rejected.reason());
        }
        AccessTokenClaims claims = ((TokenVerdict.Accepted) verdict).claims();
        boolean live = sessions.find(claims.session())
                .filter(session -> session.isLive(now) && session.user().equals(claims.subject()))
                .isPresent();
        return live
                ? new Result.Recognised(
                        new Caller(claims.subject(), claims.username(), claims.roles(), claims.session()))
                : new Result.Refused(TokenFault.SESSION);
    }
}
