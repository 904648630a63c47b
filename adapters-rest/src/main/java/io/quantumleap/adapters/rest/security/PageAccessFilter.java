package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets nothing of the web page out that the access rules do not name as public, by the path as it was sent. The API is left
 * alone here: its own filters guard it.
 */
public class PageAccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessRules rules;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.equals(RestApplication.ROOT) || path.startsWith(RestApplication.ROOT + "/") || isPublic(request)) {
            chain.doFilter(request, response);
        } else if (rules.isPublicPath(path)) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isPublic(HttpServletRequest request) {
        return rules.forPath(request.getMethod(), request.getRequestURI())
                .filter(AccessRule::isPublic)
                .isPresent();
    }
}
