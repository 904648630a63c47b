package io.quantumleap.adapters.rest.problem;

import jakarta.ws.rs.core.Response;

/** Responses that carry a problem. */
public final class ProblemResponses {

    private ProblemResponses() {}

    /** The response for a problem; {@link ProblemResponseFilter} completes it. */
    public static Response of(Problem problem) {
        return Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
