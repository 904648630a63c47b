package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.account.OverloadedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Sends a sign-in away for a moment when too many are being checked. */
@Provider
public class OverloadedExceptionMapper implements ExceptionMapper<OverloadedException> {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    @Override
    public Response toResponse(OverloadedException thrown) {
        return ProblemResponses.of(Problem.of(ProblemType.UNAVAILABLE, "Too many people are signing in at this moment.")
                .withRetryAfter(MOMENT));
    }
}
