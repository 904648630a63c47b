package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.access.AccessDecision;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the caller may use the route that was chosen. It asks the rules with the template of the method that will
 * serve the request, so no spelling of the path can pass for another route; a route without a rule is refused to everyone.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class AuthorizationFilter implements ContainerRequestFilter {

    /** The request property that holds the rule which allowed the request. */
    static final String RULE = "quantumleap.access-rule";

    private static final System.Logger LOG = System.getLogger(AuthorizationFilter.class.getName());

    @Inject
    private AccessRules rules;

    @Inject
    private CurrentCaller current;

    @Context
    private @Nullable ResourceInfo route;

    /** For the framework, which makes filters by this and then fills the fields. */
    public AuthorizationFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> template = Optional.ofNullable(route)
                .flatMap(it -> RouteTemplates.of(it.getResourceClass(), it.getResourceMethod()));
        AccessDecision decision = template.map(known ->
                        rules.decide(request.getMethod(), known, current.find().orElse(null)))
                .orElseGet(AccessDecision.Undeclared::new);
        if (decision instanceof AccessDecision.Allowed allowed) {
            request.setProperty(RULE, allowed.rule());
        } else {
            request.abortWith(ProblemResponses.of(problem(decision, template)));
        }
    }

    private static Problem problem(AccessDecision decision, Optional<String> template) {
        if (decision instanceof AccessDecision.SignInNeeded) {
            return Challenges.missing();
        }
        if (decision instanceof AccessDecision.Undeclared) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "No access rule declares the route {0}",
                    template.orElse("without a path"));
        }
        return Problem.of(ProblemType.FORBIDDEN, "Your roles do not allow this.");
    }

    /** The rule that allowed this request. */
    public static Optional<AccessRule> rule(ContainerRequestContext request) {
        return request.getProperty(RULE) instanceof AccessRule rule ? Optional.of(rule) : Optional.empty();
    }
}
