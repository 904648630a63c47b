package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.security.AuthorizationFilter;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.limit.LimitDecision;
import io.quantumleap.security.limit.LimitKey;
import io.quantumleap.security.limit.LimitPolicy;
import io.quantumleap.security.limit.RequestLimits;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Holds each person to their allowance, wherever they come from, once it is known who calls and what. */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
@ApplicationScoped
public class UserLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String DECISION = "quantumleap.user-limit";

    @Inject
    private LimitPolicy policy;

    @Inject
    private RequestLimits limits;

    @Inject
    private CurrentCaller current;

    @Inject
    private FeatureFlags flags;

    /** For the framework, which makes filters by this and then fills the fields. */
    public UserLimitFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Caller> caller = current.find();
        Optional<AccessRule> rule = AuthorizationFilter.rule(request);
        if (caller.isEmpty() || rule.isEmpty() || !flags.isOn(Flag.RATE_LIMITS)) {
            return;
        }
        policy.perUser(rule.get().rate()).ifPresent(allowance -> {
            LimitDecision decision = limits.take(
                    LimitKey.of(rule.get().rate().code(), caller.get().id()), allowance);
            request.setProperty(DECISION, decision);
            if (!decision.allowed()) {
                request.abortWith(ProblemResponses.of(RateLimitFields.refusal(decision)));
            }
        });
    }

    /** A second member of the lists that the address's allowance began. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(DECISION) instanceof LimitDecision decision && decision.allowed()) {
            response.getHeaders().putSingle(RateLimitFields.POLICY, RateLimitFields.policy(decision));
            response.getHeaders().putSingle(RateLimitFields.STATE, RateLimitFields.state(decision));
        }
    }
}
