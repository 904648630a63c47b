package io.quantumleap.adapters.rest.timing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Starts the stopwatch before the first filter that runs before a route is chosen. */
@Provider
@PreMatching
@Priority(Integer.MIN_VALUE)
@ApplicationScoped
public class BeforeMatching implements ContainerRequestFilter {

    @Context
    private @Nullable HttpServletRequest http;

    /** For the framework, which makes filters by this and then fills the fields. */
    public BeforeMatching() {}

    @Override
    public void filter(ContainerRequestContext request) {
        HttpServletRequest current = http;
        if (current != null) {
            FilterTime.of(current).run();
        }
    }
}
