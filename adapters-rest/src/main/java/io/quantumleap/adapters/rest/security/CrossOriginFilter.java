package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.headers.CrossOriginPolicy;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets the pages of the origins that the operator named use the API, and answers a browser's question about it. */
public class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CrossOriginPolicy policy;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (policy.isOpen()) {
            response.addHeader("Vary", "Origin");
        }
        String origin = request.getHeader("Origin");
        if (origin == null || !policy.admits(origin)) {
            chain.doFilter(request, response);
            return;
        }
        policy.forAnswer(origin).forEach(response::setHeader);
        // The page of another origin may load what it was told that it may.
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            policy.forPreflight().forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }
}
