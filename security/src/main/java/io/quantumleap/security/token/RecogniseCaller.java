package io.quantumleap.security.token;

import io.quantumleap.security.access.Caller;
import io.quantumleap.security.session.LiveSessions;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiPredicate;

/**
 * Says who sent a request: the token, whose signature was verified before, satisfies the policy, and its session is live, so that
 * signing out counts at once on every instance.
 */
public final class RecogniseCaller {

    private final TokenPolicy policy;
    private final BiPredicate<AccessTokenClaims, Instant> isLive;
    private final Clock clock;

    private RecogniseCaller(TokenPolicy policy, BiPredicate<AccessTokenClaims, Instant> isLive, Clock clock) {
        this.policy = policy;
        this.isLive = isLive;
        this.clock = clock;
    }

    /** Recognises callers by tokens of our own, and asks the store for their session each time. */
    public RecogniseCaller(TokenPolicy policy, Sessions sessions, Clock clock) {
        this(policy, new LiveSessions(sessions), clock);
    }

    /** Recognises callers by tokens of our own. */
    public RecogniseCaller(TokenPolicy policy, LiveSessions sessions, Clock clock) {
        this(policy, (claims, now) -> sessions.isLive(claims.session(), claims.subject(), now), clock);
    }

    /** Recognises callers by tokens of a provider, which keeps their sessions; here they end when the token does. */
    public static RecogniseCaller ofProvider(TokenPolicy policy, Clock clock) {
        return new RecogniseCaller(policy, (claims, now) -> true, clock);
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
        return isLive.test(claims, now)
                ? new Result.Recognised(
                        new Caller(claims.subject(), claims.username(), claims.roles(), claims.session()))
                : new Result.Refused(TokenFault.SESSION);
    }
}
