package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Stops the stopwatch when the last filter has let the request pass, and starts it before the first one of the answer. */
@Provider
@Priority(Integer.MAX_VALUE)
@ApplicationScoped
public class AroundResource implements ContainerRequestFilter, ContainerResponseFilter {

    /** For the framework. */
    public AroundResource() {}

    @Override
    public void filter(ContainerRequestContext request) {
        FilterTime time = FilterTime.of(request);
        time.hasPassed();
        time.stop();
    }

    /** Filters of answers run in the reverse order. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        FilterTime.of(request).run();
    }
}
