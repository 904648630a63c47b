package io.quantumleap.app.request;

import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.timing.FilterTime;
import io.quantumleap.core.shared.IdGenerator;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Gives every request an id, its own if it brings a proper one: it goes into the answer, the problem documents and the log.
 * When the answer is complete, one line in the log says what it was; without the query, which may hold personal data.
 *
 * <p>It also stands before the page for errors: some requests the container refuses before any filter has seen them, and of
 * others only that page knows the status that they end with.
 */
public class RequestFilter extends HttpFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String LOG_FIELD = "requestId";
    private static final String START = RequestFilter.class.getName() + ".start";
    private static final String LOGGED = RequestFilter.class.getName() + ".logged";
    private static final String TIME = "quantumleap_request";
    private static final String TIME_IN_FILTERS = "quantumleap_request_filters";
    private static final Pattern PROPER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final System.Logger ACCESS = System.getLogger("io.quantumleap.access");
    private static final long serialVersionUID = 1L;

    private final transient IdGenerator ids;
    private final transient RequestDeadline deadline;
    private final transient MetricRegistry metrics;

    /** Wires the filter. */
    @Inject
    public RequestFilter(IdGenerator ids, RequestDeadline deadline, MetricRegistry metrics) {
        this.ids = ids;
        this.deadline = deadline;
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FilterTime.of(request).run();
        // Made when it is first asked for, so that the time runs from here.
        deadline.timeLeft();
        String id = id(request);
        request.setAttribute(RequestId.ATTRIBUTE, id);
        if (request.getAttribute(START) == null) {
            request.setAttribute(START, System.nanoTime());
        }
        response.setHeader(HEADER, id);
        LogContext.add(LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Completion(id), request, response);
            } else {
                log(request, response.getStatus());
                measure(request);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                log(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            throw failure;
        } finally {
            LogContext.remove(LOG_FIELD);
        }
    }

    /** All the time that a request took here, and the part of it that was the filters'. */
    private void measure(ServletRequest request) {
        FilterTime time = FilterTime.of(request);
        time.stop();
        long start = request.getAttribute(START) instanceof Long since ? since : System.nanoTime();
        long whole = System.nanoTime() - start;
        time.nanoseconds().ifPresent(filters -> {
            metrics.timer(TIME).update(Duration.ofNanos(whole));
            metrics.timer(TIME_IN_FILTERS).update(Duration.ofNanos(filters));
        });
    }

    private static void log(ServletRequest request, int status) {
        if (request instanceof HttpServletRequest http && request.getAttribute(LOGGED) == null) {
            request.setAttribute(LOGGED, true);
            long start = request.getAttribute(START) instanceof Long since ? since : System.nanoTime();
            ACCESS.log(
                    System.Logger.Level.INFO,
                    "{0} {1} {2} {3} ms",
                    http.getMethod(),
                    address(http),
                    Integer.toString(status),
                    Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        }
    }

    /** What was asked for, not the page for errors. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private String id(HttpServletRequest request) {
        if (request.getAttribute(RequestId.ATTRIBUTE) instanceof String known) {
            return known;
        }
        String own = request.getHeader(HEADER);
        return own != null && PROPER.matcher(own).matches() ? own : ids.next().toString();
    }

    /** An answer that goes on after the request's own thread has left it, a stream of events for example. */
    private record Completion(String id) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            LogContext.add(LOG_FIELD, id);
            try {
                log(event.getSuppliedRequest(), ((HttpServletResponse) event.getSuppliedResponse()).getStatus());
            } finally {
                LogContext.remove(LOG_FIELD);
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The answer is completed then too.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The answer is completed then too.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
        }
    }
}
