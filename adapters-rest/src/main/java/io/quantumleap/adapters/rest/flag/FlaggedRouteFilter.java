package io.quantumleap.adapters.rest.flag;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.AuthorizationFilter;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;

/** Closes the routes of a feature that is switched off for the caller. */
@Provider
@Priority(Priorities.AUTHORIZATION + 200)
@ApplicationScoped
public class FlaggedRouteFilter implements ContainerRequestFilter {

    private static final Map<String, Flag> ROUTES = Map.of("POST /api/portfolio/sample", Flag.SAMPLE_PORTFOLIO);

    @Inject
    private FeatureFlags flags;

    @Inject
    private CurrentCaller current;

    /** For the framework, which makes filters by this and then fills the fields. */
    public FlaggedRouteFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Flag> flag = AuthorizationFilter.rule(request)
                .map(AccessRule::route)
                .flatMap(route -> Optional.ofNullable(ROUTES.get(route)));
        Optional<Caller> caller = current.find();
        if (flag.isPresent()
                && caller.isPresent()
                && !flags.isOn(flag.get(), caller.get().id())) {
            request.abortWith(ProblemResponses.of(
                    Problem.of(ProblemType.FORBIDDEN, "This feature is switched off at the moment.")));
        }
    }
}
