package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Stops the stopwatch when the last filter has let the request pass, and starts it before the first one of the answer. */
@Provider
@Priority(Integer.MAX_VALUE)
@ApplicationScoped
public class AroundResource implements ContainerRequestFilter, ContainerResponseFilter {

    @Context
    private @Nullable HttpServletRequest http;

    /** For the framework, which makes filters by this and then fills the fields. */
    public AroundResource() {}

    @Override
    public void filter(ContainerRequestContext request) {
        HttpServletRequest current = http;
        if (current != null) {
            FilterTime time = FilterTime.of(current);
            time.hasPassed();
            time.stop();
        }
    }

    /** Filters of answers run in the reverse order. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        HttpServletRequest current = http;
        if (current != null) {
            FilterTime.of(current).run();
        }
    }
}
