package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.headers.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Puts the security headers on every answer, before anyone else can end the request. */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY = "Content-Security-Policy";

    @Inject
    private transient SecurityHeaders headers;

    @Inject
    private transient FeatureFlags flags;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        Map<String, String> fields = error
                ? headers.forError(request.isSecure())
                : headers.forPath(request.getRequestURI(), request.isSecure());
        boolean enforced = flags.isOn(Flag.CONTENT_POLICY);
        fields.forEach((name, value) ->
                response.setHeader(name.equals(POLICY) && !enforced ? POLICY + "-Report-Only" : name, value));
        chain.doFilter(request, response);
    }
}
