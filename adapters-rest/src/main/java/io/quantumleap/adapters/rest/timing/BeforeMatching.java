package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Starts the stopwatch before the first filter that runs before a route is chosen. */
@Provider
@PreMatching
@Priority(Integer.MIN_VALUE)
@ApplicationScoped
public class BeforeMatching implements ContainerRequestFilter {

    /** For the framework. */
    public BeforeMatching() {}

    @Override
    public void filter(ContainerRequestContext request) {
        FilterTime.of(request).run();
    }
}
