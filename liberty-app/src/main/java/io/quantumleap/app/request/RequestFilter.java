package io.quantumleap.app.request;

import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.core.shared.IdGenerator;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Gives every request an id, its own if it brings a proper one: it goes into the answer, the problem documents and the log.
 * When the answer is complete, one line in the log says what it was; without the query, which may hold personal data.
 */
public class RequestFilter extends HttpFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String LOG_FIELD = "requestId";
    private static final Pattern PROPER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final System.Logger ACCESS = System.getLogger("io.quantumleap.access");
    private static final long serialVersionUID = 1L;

    private final transient IdGenerator ids;
    private final transient RequestDeadline deadline;

    /** Wires the filter. */
    @Inject
    public RequestFilter(IdGenerator ids, RequestDeadline deadline) {
        this.ids = ids;
        this.deadline = deadline;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        // Made when it is first asked for, so that the time runs from here.
        deadline.timeLeft();
        String id = id(request);
        request.setAttribute(RequestId.ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        LogContext.add(LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Completion(id, start), request, response);
            } else {
                log(request, response.getStatus(), start);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            log(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, start);
            throw failure;
        } finally {
            LogContext.remove(LOG_FIELD);
        }
    }

    private static void log(ServletRequest request, int status, long start) {
        if (request instanceof HttpServletRequest http) {
            ACCESS.log(
                    System.Logger.Level.INFO,
                    "{0} {1} {2} {3} ms",
                    http.getMethod(),
                    http.getRequestURI(),
                    Integer.toString(status),
                    Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        }
    }

    private String id(HttpServletRequest request) {
        String own = request.getHeader(HEADER);
        return own != null && PROPER.matcher(own).matches() ? own : ids.next().toString();
    }

    /** An answer that goes on after the request's own thread has left it, a stream of events for example. */
    private record Completion(String id, long start) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            LogContext.add(LOG_FIELD, id);
            try {
                log(event.getSuppliedRequest(), ((HttpServletResponse) event.getSuppliedResponse()).getStatus(), start);
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
