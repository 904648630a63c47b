package io.quantumleap.adapters.rest.limit;

import io.quantumleap.security.limit.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Gives every request the address and the scheme that its client used, as far as proxies of ours vouch for them. */
public class ClientAddressFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrustedProxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (proxies.trusts(request.getRemoteAddr())) {
            chain.doFilter(new Forwarded(request, proxies), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The request as the proxy got it. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String address;
        private final boolean overTls;

        Forwarded(HttpServletRequest request, TrustedProxies proxies) {
            super(request);
            List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For"));
            this.address = proxies.clientAddress(request.getRemoteAddr(), hops);
            this.overTls = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return overTls;
        }

        @Override
        public String getScheme() {
            return overTls ? "https" : super.getScheme();
        }
    }
}
