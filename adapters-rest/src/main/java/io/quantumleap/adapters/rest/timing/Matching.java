package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Stops the stopwatch after the last of the filters that run before a route is chosen. */
@Provider
@PreMatching
@Priority(Integer.MAX_VALUE)
@ApplicationScoped
public class Matching implements ContainerRequestFilter {

    /** For the framework. */
    public Matching() {}

    @Override
    public void filter(ContainerRequestContext request) {
        FilterTime.of(request).stop();
    }
}
