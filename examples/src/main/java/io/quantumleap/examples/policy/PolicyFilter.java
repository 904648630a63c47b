package io.quantumleap.examples.policy;

import io.quantumleap.security.access.AccessDecision;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Enforces a table of access rules: what it does not name is refused to everyone. In Spring Boot, return one from a
 * {@code @Bean} method; who calls comes from wherever your program keeps it, Spring's security context for example.
 */
public final class PolicyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AccessRules rules;
    private final transient Function<HttpServletRequest, Optional<Caller>> callers;

    /** Enforces these rules for the callers that the function knows. */
    public PolicyFilter(AccessRules rules, Function<HttpServletRequest, Optional<Caller>> callers) {
        this.rules = rules;
        this.callers = callers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        AccessDecision decision = rules.forPath(request.getMethod(), path)
                .map(rule -> rules.decide(
                        request.getMethod(),
                        rule.path().text(),
                        callers.apply(request).orElse(null)))
                .orElseGet(AccessDecision.Undeclared::new);
        if (decision instanceof AccessDecision.Allowed) {
            chain.doFilter(request, response);
        } else {
            response.sendError(decision instanceof AccessDecision.SignInNeeded ? 401 : 403);
        }
    }
}
