package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.RateClass;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bulkhead;
import io.quantumleap.security.limit.Bulkheads;
import io.quantumleap.security.limit.LimitDecision;
import io.quantumleap.security.limit.LimitKey;
import io.quantumleap.security.limit.LimitPolicy;
import io.quantumleap.security.limit.RequestLimits;
import io.quantumleap.security.signin.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Holds each address to its allowance before anything else is done for it, and lets only so many dear requests in at once.
 * Which class a request is of, the access rules say; what they exempt is never held up.
 */
public class LimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    @Inject
    private transient AccessRules rules;

    @Inject
    private transient LimitPolicy policy;

    @Inject
    private transient RequestLimits limits;

    @Inject
    private transient Bulkheads bulkheads;

    @Inject
    private transient FeatureFlags flags;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RateClass requests = requestClass(request);
        Optional<LimitDecision> decision = allowance(requests)
                .map(allowance -> limits.take(
                        LimitKey.of(
                                requests.code(),
                                ClientAddress.of(request.getRemoteAddr()).value()),
                        allowance));
        if (decision.isPresent()) {
            response.setHeader(RateLimitFields.POLICY, RateLimitFields.policy(decision.get()));
            response.setHeader(RateLimitFields.STATE, RateLimitFields.state(decision.get()));
            if (!decision.get().allowed()) {
                ServletProblems.send(request, response, RateLimitFields.refusal(decision.get()));
                return;
            }
        }
        Optional<Bulkhead> bulkhead = bulkheads.of(requests).filter(known -> flags.isOn(Flag.BULKHEADS));
        if (bulkhead.isPresent()) {
            enter(bulkhead.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Allowance> allowance(RateClass requests) {
        return policy.perAddress(requests).filter(known -> flags.isOn(Flag.RATE_LIMITS));
    }

    private static void enter(
            Bulkhead bulkhead, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Bulkhead.Place> entered = bulkhead.enter();
        if (entered.isEmpty()) {
            ServletProblems.send(
                    request,
                    response,
                    Problem.of(ProblemType.UNAVAILABLE, "The server has more work of this kind than it can do now.")
                            .withRetryAfter(MOMENT));
            return;
        }
        Bulkhead.Place place = entered.get();
        boolean goesOn = false;
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(place));
                goesOn = true;
            }
        } finally {
            if (!goesOn) {
                place.close();
            }
        }
    }

    /** A path that no rule names costs as much as looking something up. */
    private RateClass requestClass(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean api = path.equals(RestApplication.ROOT) || path.startsWith(RestApplication.ROOT + "/");
        return rules.forPath(request.getMethod(), path)
                .map(AccessRule::rate)
                .orElse(api ? RateClass.READ : RateClass.PAGE);
    }

    /** An answer that goes on after the request's own thread has left it keeps its place until it is complete. */
    private record Leaving(Bulkhead.Place place) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
