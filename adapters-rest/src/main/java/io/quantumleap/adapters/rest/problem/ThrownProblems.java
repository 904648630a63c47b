package io.quantumleap.adapters.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.Objects;

/**
 * Tells the problem that an exception would have been answered with, for an answer that is under way already: the same mappers are
 * asked, so that it is the same problem.
 */
public final class ThrownProblems {

    private final Providers providers;

    /** Asks the mappers that are registered there. */
    public ThrownProblems(Providers providers) {
        this.providers = Objects.requireNonNull(providers, "providers");
    }

    /** The problem; an internal one if no mapper has an answer. */
    public Problem of(RuntimeException thrown) {
        return problem(providers.getExceptionMapper(thrown.getClass()), thrown);
    }

    @SuppressWarnings("unchecked") // asked for by the class of what was thrown
    private static Problem problem(ExceptionMapper<?> mapper, RuntimeException thrown) {
        Response response = mapper == null
                ? Response.serverError().build()
                : ((ExceptionMapper<Throwable>) mapper).toResponse(thrown);
        return response.getEntity() instanceof Problem problem ? problem : StatusProblems.of(500);
    }
}
