package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.limit.LimitDecision;
import java.time.Duration;

/** The header fields about allowances, as draft-ietf-httpapi-ratelimit-headers-10 has them. */
final class RateLimitFields {

    static final String POLICY = "RateLimit-Policy";
    static final String STATE = "RateLimit";

    private RateLimitFields() {}

    /** What the allowance is. */
    static String policy(LimitDecision decision) {
        return '"' + decision.policy() + "\";q=" + decision.allowance().quota() + ";w="
                + Math.max(1, decision.allowance().window().toSeconds());
    }

    /** What is left of it, and after how many seconds there is more. */
    static String state(LimitDecision decision) {
        return '"' + decision.policy() + "\";r=" + decision.remaining() + ";t=" + seconds(decision.retryAfter());
    }

    /** The refusal. */
    static Problem refusal(LimitDecision decision) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many requests of this kind. Wait a moment.")
                .withRetryAfter(decision.retryAfter())
                .withHeader(POLICY, policy(decision))
                .withHeader(STATE, state(decision));
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
