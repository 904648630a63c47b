package io.quantumleap.adapters.rest.timing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stops the stopwatch after the last servlet filter, and starts it when the servlet is done. */
public class AroundServlet extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FilterTime time = FilterTime.of(request);
        time.stop();
        try {
            chain.doFilter(request, response);
        } finally {
            time.run();
        }
    }
}
