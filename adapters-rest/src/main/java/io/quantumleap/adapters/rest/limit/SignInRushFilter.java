package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.account.port.PasswordHasher;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns sign-ins away while more of them are worked on than can be: before their body is read, and a second later, without
 * a thread that waits for it. So many at once leave connections to the database, and processors, to everyone else. Whoever sends the next one when the last was answered is slowed down to what the others do not
 * notice. Only so many wait; the rest are answered at once. Mapped to the sign-in alone.
 */
public class SignInRushFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1_000;

    /** Half of the connections that the pool has by default; attempts from one address wait for each other in the database. */
    private static final int MOST_AT_ONCE = 5;

    @Inject
    private transient PasswordHasher hasher;

    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final transient AtomicInteger waiting = new AtomicInteger();
    private final transient ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sign-in-rush");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hasher.isFull() && places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else if (waiting.incrementAndGet() <= MOST_WAITING) {
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
