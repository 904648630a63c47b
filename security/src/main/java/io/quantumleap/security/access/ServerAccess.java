package io.quantumleap.security.access;

import static io.quantumleap.security.access.Access.anyRole;
import static io.quantumleap.security.access.Access.everyone;
import static io.quantumleap.security.access.Access.signedIn;
import static io.quantumleap.security.access.Role.ADMIN;
import static io.quantumleap.security.access.Role.ADVISER;
import static io.quantumleap.security.access.Role.OPERATOR;

import java.util.List;

/** The access rules of the Quantum Leap server: every route it has, who may use it, and how long a body may be. */
public final class ServerAccess {

    /** A sign-in needs no more, and anyone can send one. */
    private static final long SIGN_IN = 16 * 1024;

    private static final long JSON = 1024 * 1024;
    private static final long CSV = 20 * 1024 * 1024;

    private ServerAccess() {}

    /** The table. A route that is added to the server is added here, or nobody can call it. */
    public static AccessRules rules() {
        return new AccessRules(List.of(
                // Sign-in
                rule("POST", "/api/auth/login", everyone(), SIGN_IN),
                rule("POST", "/api/auth/refresh", everyone(), SIGN_IN),
                rule("GET", "/api/auth/jwks", everyone(), SIGN_IN),
                rule("POST", "/api/auth/logout", signedIn(), SIGN_IN),
                rule("POST", "/api/auth/password", signedIn(), SIGN_IN),
                rule("GET", "/api/auth/me", signedIn(), SIGN_IN),
                rule("GET", "/api/auth/sessions", signedIn(), SIGN_IN),
                rule("DELETE", "/api/auth/sessions/{id}", signedIn(), SIGN_IN),
                rule("GET", "/api/users", anyRole(ADMIN), JSON),
                rule("POST", "/api/users", anyRole(ADMIN), JSON),
                rule("PATCH", "/api/users/{id}", anyRole(ADMIN), JSON),

                // Portfolios: the owner's only
                rule("GET", "/api/portfolio", signedIn(), JSON),
                rule("POST", "/api/portfolio", signedIn(), JSON),
                rule("POST", "/api/portfolio/sample", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}", signedIn(), JSON),
                rule("PATCH", "/api/portfolio/{id}", signedIn(), JSON),
                rule("DELETE", "/api/portfolio/{id}", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}/transactions", signedIn(), JSON),
                rule("POST", "/api/portfolio/{id}/transactions", signedIn(), JSON),
                rule("POST", "/api/portfolio/{id}/transactions/import", signedIn(), CSV),
                rule("POST", "/api/portfolio/{id}/transactions/{tx}/reversal", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}/holdings", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}/lots", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}/summary", signedIn(), JSON),
                rule("GET", "/api/portfolio/{id}/valuations", signedIn(), JSON),

                // Market data: one set for the whole installation
                rule("POST", "/api/market/prices/import", anyRole(ADVISER, OPERATOR, ADMIN), CSV),
                rule("GET", "/api/market/instruments", signedIn(), JSON),
                rule("GET", "/api/market/prices/{symbol}", signedIn(), JSON),
                rule("GET", "/api/market/prices/{base}/{quote}", signedIn(), JSON),

                // Performance and assistant: the owner's only
                rule("GET", "/api/ai/performance-analytics", signedIn(), JSON),
                rule("POST", "/api/ai/performance-analytics", signedIn(), JSON),
                rule("POST", "/api/ai/chat", signedIn(), JSON),
                rule("GET", "/api/ai/chat/conversations", signedIn(), JSON),
                rule("GET", "/api/ai/chat/conversations/{id}", signedIn(), JSON),
                rule("DELETE", "/api/ai/chat/conversations/{id}", signedIn(), JSON),

                // Running the server
                rule("GET", "/api/ops/access-matrix", anyRole(ADMIN), JSON),
                rule("GET", "/api/ops/configuration", anyRole(ADMIN), JSON),
                rule("GET", "/health", everyone(), 0),
                rule("GET", "/health/live", everyone(), 0),
                rule("GET", "/health/ready", everyone(), 0),
                rule("GET", "/health/started", everyone(), 0),
                rule("GET", "/metrics", everyone(), 0),
                rule("GET", "/openapi", everyone(), 0),
                rule("GET", "/openapi/ui/**", everyone(), 0),

                // The web page
                rule("GET", "/", everyone(), 0),
                rule("GET", "/index.html", everyone(), 0),
                rule("GET", "/404.html", everyone(), 0),
                rule("GET", "/favicon.svg", everyone(), 0),
                rule("GET", "/app/**", everyone(), 0),
                rule("GET", "/webjars/**", everyone(), 0)));
    }

    private static AccessRule rule(String method, String path, Access access, long bodyLimit) {
        return new AccessRule(method, new PathTemplate(path), access, bodyLimit);
    }
}
