package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Starts the stopwatch before the first filter of a chosen route, and stops it after the last one of its answer. */
@Provider
@Priority(Integer.MIN_VALUE)
@ApplicationScoped
public class AroundFilters implements ContainerRequestFilter, ContainerResponseFilter {

    /** For the framework. */
    public AroundFilters() {}

    @Override
    public void filter(ContainerRequestContext request) {
        FilterTime.of(request).run();
    }

    /** Filters of answers run in the reverse order. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        FilterTime.of(request).stop();
    }
}
