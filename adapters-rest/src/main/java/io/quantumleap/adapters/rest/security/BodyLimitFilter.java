package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.StatusProblems;
import io.quantumleap.security.access.AccessRule;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Holds every body to the limit of its route's rule: by its declared length, and by counting when it comes in chunks. Whatever
 * a reader in between makes of the interruption, the caller hears 413. A compressed body is not taken.
 */
@Provider
@Priority(Priorities.ENTITY_CODER + 500)
public class BodyLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String IDENTITY = "identity";
    private static final String OVERRUN = "quantumleap.body-overrun";

    @Override
    public void filter(ContainerRequestContext request) {
        if (isEncoded(request)) {
            request.abortWith(
                    ProblemResponses.of(StatusProblems.of(415).withHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY)));
            return;
        }
        long limit =
                AuthorizationFilter.rule(request).map(AccessRule::bodyLimit).orElse(0L);
        if (declaredLength(request) > limit) {
            request.abortWith(ProblemResponses.of(tooLarge()));
            return;
        }
        request.setEntityStream(
                new BoundedInputStream(request.getEntityStream(), limit, () -> request.setProperty(OVERRUN, true)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (Boolean.TRUE.equals(request.getProperty(OVERRUN)) && response.getStatus() >= 400) {
            response.setStatus(413);
            response.setEntity(tooLarge());
        }
    }

    /** The server would unpack it unasked, and what is short on the way would be long here. */
    private static boolean isEncoded(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(IDENTITY);
    }

    /** The rest of the body is not read, so the connection cannot be used again. */
    private static Problem tooLarge() {
        return StatusProblems.of(413).withHeader("Connection", "close");
    }

    /** Read as text: a length beyond 31 bits is still a length. */
    private static long declaredLength(ContainerRequestContext request) {
        String text = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException odd) {
            return Long.MAX_VALUE;
        }
    }
}
