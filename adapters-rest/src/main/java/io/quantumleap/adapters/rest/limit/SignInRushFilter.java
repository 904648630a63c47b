package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.limit.Bulkhead;
import io.quantumleap.security.limit.LimitPolicy;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many sign-ins be worked on at once, before their body is read; a few more wait in their order for a while, and the rest
 * are turned away. So connections to the database, and processors, are left to everyone else. Who is turned away hears it
 * a second later, without a thread that waits for it: whoever sends the next one when the last was answered is slowed down.
 * Of those too only so many wait; the rest are answered at once. Mapped to the sign-in alone.
 */
public class SignInRushFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_TURNED_AWAY_LATER = 1_000;

    @Inject
    private transient LimitPolicy policy;

    @Inject
    private transient FeatureFlags flags;

    private transient Optional<Bulkhead> signIns = Optional.empty();
    private final transient AtomicInteger waiting = new AtomicInteger();
    private final transient ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sign-in-rush");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void init() {
        signIns = Optional.of(new Bulkhead(policy.signIns()));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (signIns.isEmpty() || !flags.isOn(Flag.BULKHEADS)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Bulkhead.Place> entered = signIns.get().enter();
        if (entered.isEmpty()) {
            turnAwayLater(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            entered.get().close();
        }
    }

    private void turnAwayLater(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (waiting.incrementAndGet() <= MOST_TURNED_AWAY_LATER) {
            AsyncContext later = request.startAsync(request, response);
            var unused = clock.schedule(() -> answer(later), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            waiting.decrementAndGet();
            turnAway(request, response);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    private void answer(AsyncContext later) {
        waiting.decrementAndGet();
        try {
            turnAway((HttpServletRequest) later.getRequest(), (HttpServletResponse) later.getResponse());
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there to read it any more.
        } finally {
            later.complete();
        }
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletProblems.send(
                request,
                response,
                Problem.of(ProblemType.UNAVAILABLE, "Too many people are signing in at this moment.")
                        .withRetryAfter(PAUSE));
    }
}
