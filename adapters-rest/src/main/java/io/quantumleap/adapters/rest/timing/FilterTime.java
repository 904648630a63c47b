package io.quantumleap.adapters.rest.timing;

import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/**
 * A stopwatch for all filters of one request together: it runs while they do, and stands while the container, the framework or the
 * resource works. It goes with the request, as an attribute. A stream's answer begins on another thread than the request, so it is safe
 * for both.
 */
public final class FilterTime {

    private static final String ATTRIBUTE = FilterTime.class.getName();

    private long before;
    private long since;
    private boolean running;
    private boolean passed;

    private FilterTime() {}

    /** The stopwatch of a request, a new one if it has none. */
    public static FilterTime of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof FilterTime known) {
            return known;
        }
        FilterTime fresh = new FilterTime();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** The same, for filters of the framework: these also run on threads that know the request from their argument alone. */
    static FilterTime of(ContainerRequestContext request) {
        if (request.getProperty(ATTRIBUTE) instanceof FilterTime known) {
            return known;
        }
        FilterTime fresh = new FilterTime();
        request.setProperty(ATTRIBUTE, fresh);
        return fresh;
    }

    /** A filter begins; nothing changes if one has begun before. */
    public synchronized void run() {
        if (!running) {
            running = true;
            since = System.nanoTime();
        }
    }

    /** The last filter in a row has ended. */
    public synchronized void stop() {
        if (running) {
            running = false;
            before += System.nanoTime() - since;
        }
    }

    /** Every filter on the way in has let the request pass. */
    synchronized void hasPassed() {
        passed = true;
    }

    /** How long the filters took together; empty for a request that did not get past them. */
    public synchronized Optional<Long> nanoseconds() {
        return passed ? Optional.of(before) : Optional.empty();
    }
}
