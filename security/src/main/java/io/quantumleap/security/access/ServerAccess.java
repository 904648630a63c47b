package io.quantumleap.security.access;

import static io.quantumleap.security.access.Access.anyRole;
import static io.quantumleap.security.access.Access.everyone;
import static io.quantumleap.security.access.Access.owner;
import static io.quantumleap.security.access.Access.signedIn;
import static io.quantumleap.security.access.RateClass.ASSISTANT;
import static io.quantumleap.security.access.RateClass.EXEMPT;
import static io.quantumleap.security.access.RateClass.HEAVY;
import static io.quantumleap.security.access.RateClass.PAGE;
import static io.quantumleap.security.access.RateClass.READ;
import static io.quantumleap.security.access.RateClass.SIGN_IN;
import static io.quantumleap.security.access.RateClass.WRITE;
import static io.quantumleap.security.access.Role.ADMIN;
import static io.quantumleap.security.access.Role.ADVISER;
import static io.quantumleap.security.access.Role.MARKETING;
import static io.quantumleap.security.access.Role.OPERATOR;

import java.util.List;

/** The access rules of the Quantum Leap server: every route it has, who may use it, how often, and how long a body may be. */
public final class ServerAccess {

    /** A sign-in needs no more, and anyone can send one. */
    private static final long SHORT = 16 * 1024;

    private static final long JSON = 1024 * 1024;
    private static final long CSV = 20 * 1024 * 1024;

    /** More than the longest ledger. The file waits on disk and is read by the stream. */
    private static final long TRANSACTIONS = 100 * 1024 * 1024;

    /** More than a million closes. The file waits on disk and is read by the stream. */
    private static final long PRICES = 45 * 1024 * 1024;

    private ServerAccess() {}

    /** The table. A route that is added to the server is added here, or nobody can call it. */
    public static AccessRules rules() {
        return new AccessRules(List.of(
                // Sign-in
                rule("POST", "/api/auth/login", everyone(), SIGN_IN, SHORT),
                rule("POST", "/api/auth/refresh", everyone(), SIGN_IN, SHORT),
                rule("GET", "/api/auth/jwks", everyone(), EXEMPT, SHORT),
                rule("POST", "/api/auth/logout", owner(), WRITE, SHORT),
                rule("POST", "/api/auth/password", owner(), SIGN_IN, SHORT),
                rule("GET", "/api/auth/me", owner(), READ, SHORT),
                rule("GET", "/api/auth/sessions", owner(), READ, SHORT),
                rule("DELETE", "/api/auth/sessions", owner(), WRITE, SHORT),
                rule("DELETE", "/api/auth/sessions/{id}", owner(), WRITE, SHORT),
                rule("GET", "/api/auth/second-factor", owner(), READ, SHORT),
                rule("POST", "/api/auth/second-factor", owner(), SIGN_IN, SHORT),
                rule("POST", "/api/auth/second-factor/confirmation", owner(), SIGN_IN, SHORT),
                rule("POST", "/api/auth/second-factor/removal", owner(), SIGN_IN, SHORT),
                rule("GET", "/api/users", anyRole(ADMIN), READ, JSON),
                rule("POST", "/api/users", anyRole(ADMIN), WRITE, JSON),
                rule("PATCH", "/api/users/{id}", anyRole(ADMIN), WRITE, JSON),
                rule("DELETE", "/api/users/{id}/second-factor", anyRole(ADMIN), WRITE, SHORT),

                // Portfolios
                rule("GET", "/api/portfolio", owner(), READ, JSON),
                rule("POST", "/api/portfolio", owner(), WRITE, JSON),
                rule("POST", "/api/portfolio/sample", owner(), WRITE, JSON),
                rule("GET", "/api/portfolio/import-presets", signedIn(), READ, JSON),
                rule("GET", "/api/portfolio/{id}", owner(), READ, JSON),
                rule("PATCH", "/api/portfolio/{id}", owner(), WRITE, JSON),
                rule("DELETE", "/api/portfolio/{id}", owner(), WRITE, JSON),
                rule("GET", "/api/portfolio/{id}/transactions", owner(), READ, JSON),
                rule("POST", "/api/portfolio/{id}/transactions", owner(), WRITE, JSON),
                rule("POST", "/api/portfolio/{id}/transactions/import", owner(), HEAVY, TRANSACTIONS),
                rule("GET", "/api/portfolio/{id}/transactions/export", owner(), HEAVY, JSON),
                rule("GET", "/api/portfolio/{id}/transactions/{tx}", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/transactions/{tx}/postings", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/gains", owner(), READ, JSON),
                rule("POST", "/api/portfolio/{id}/transactions/{tx}/reversal", owner(), WRITE, JSON),
                rule("GET", "/api/portfolio/{id}/holdings", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/lots", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/summary", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/valuations", owner(), READ, JSON),
                rule("GET", "/api/portfolio/{id}/contributions", owner(), READ, JSON),

                // Market data: one set for the whole installation
                rule("POST", "/api/market/prices/import", anyRole(ADVISER, OPERATOR, ADMIN), HEAVY, PRICES),
                rule("POST", "/api/market/prices/refresh", anyRole(ADVISER, OPERATOR, ADMIN), HEAVY, JSON),
                rule("GET", "/api/market/instruments", signedIn(), READ, JSON),
                rule("POST", "/api/market/instruments", anyRole(ADVISER, OPERATOR, ADMIN), WRITE, JSON),
                rule("POST", "/api/market/instruments/import", anyRole(ADVISER, OPERATOR, ADMIN), HEAVY, CSV),
                rule("GET", "/api/market/instruments/{symbol}", signedIn(), READ, JSON),
                rule("PATCH", "/api/market/instruments/{symbol}", anyRole(ADVISER, OPERATOR, ADMIN), WRITE, JSON),
                rule("GET", "/api/market/instruments/{base}/{quote}", signedIn(), READ, JSON),
                rule("PATCH", "/api/market/instruments/{base}/{quote}", anyRole(ADVISER, OPERATOR, ADMIN), WRITE, JSON),
                rule("GET", "/api/market/corporate-actions/{symbol}", signedIn(), READ, JSON),
                rule("POST", "/api/market/corporate-actions/import", anyRole(ADVISER, OPERATOR, ADMIN), HEAVY, CSV),
                rule(
                        "DELETE",
                        "/api/market/corporate-actions/{symbol}/{day}/{type}",
                        anyRole(ADVISER, OPERATOR, ADMIN),
                        WRITE,
                        JSON),
                rule("GET", "/api/market/fx", signedIn(), READ, JSON),
                rule("GET", "/api/market/calendars", signedIn(), READ, JSON),
                rule("GET", "/api/market/calendars/{code}", signedIn(), READ, JSON),
                rule("POST", "/api/market/calendars/import", anyRole(OPERATOR, ADMIN), HEAVY, CSV),
                rule("GET", "/api/market/prices/{symbol}", signedIn(), READ, JSON),
                rule("GET", "/api/market/prices/{base}/{quote}", signedIn(), READ, JSON),

                // Performance and assistant
                rule("GET", "/api/ai/performance-analytics", owner(), HEAVY, JSON),
                rule("POST", "/api/ai/performance-analytics", owner(), HEAVY, JSON),
                rule("POST", "/api/ai/analysis/comprehensive", owner(), ASSISTANT, SHORT),
                rule("POST", "/api/ai/chat", owner(), ASSISTANT, JSON),
                rule("GET", "/api/ai/chat/conversations", owner(), READ, JSON),
                rule("GET", "/api/ai/chat/conversations/{id}", owner(), READ, JSON),
                rule("PATCH", "/api/ai/chat/conversations/{id}", owner(), WRITE, SHORT),
                rule("DELETE", "/api/ai/chat/conversations/{id}", owner(), WRITE, JSON),
                rule("GET", "/api/ai/chat/conversations/{id}/export", owner(), READ, JSON),
                rule("GET", "/api/ai/chat/exchanges/{id}/events", owner(), READ, JSON),
                rule("DELETE", "/api/ai/chat/exchanges/{id}", owner(), WRITE, SHORT),
                rule("GET", "/api/ai/cost-tracking", owner(), READ, JSON),
                rule("GET", "/api/ai/cost-tracking/budget", owner(), READ, JSON),
                rule("POST", "/api/ai/cost-tracking/budget", owner(), WRITE, SHORT),
                rule("DELETE", "/api/ai/cost-tracking/budget", owner(), WRITE, SHORT),
                rule("GET", "/api/ai/providers", owner(), READ, JSON),
                rule("PUT", "/api/ai/providers/{provider}/key", owner(), WRITE, SHORT),
                rule("DELETE", "/api/ai/providers/{provider}/key", owner(), WRITE, SHORT),

                // Marketing
                rule("POST", "/api/marketing/messages/preview", anyRole(MARKETING, ADMIN), WRITE, JSON),

                // Running the server
                rule("GET", "/api/ops/costs", anyRole(OPERATOR, ADMIN), READ, JSON),
                rule("GET", "/api/ops/costs/budget", anyRole(OPERATOR, ADMIN), READ, JSON),
                rule("POST", "/api/ops/costs/budget", anyRole(OPERATOR, ADMIN), WRITE, SHORT),
                rule("DELETE", "/api/ops/costs/budget", anyRole(OPERATOR, ADMIN), WRITE, SHORT),
                rule("GET", "/api/ops/access-matrix", anyRole(ADMIN), READ, JSON),
                rule("GET", "/api/ops/configuration", anyRole(ADMIN), READ, JSON),
                rule("GET", "/api/ops/keys", anyRole(ADMIN), READ, JSON),
                rule("POST", "/api/ops/keys/rotate", anyRole(ADMIN), WRITE, SHORT),
                rule("POST", "/api/ops/keys/replace", anyRole(ADMIN), WRITE, SHORT),
                rule("POST", "/api/ops/keys/reencrypt", anyRole(ADMIN), WRITE, SHORT),
                rule("GET", "/api/ops/audit", anyRole(ADMIN), READ, JSON),
                rule("GET", "/api/ops/audit/verification", anyRole(ADMIN), HEAVY, JSON),
                rule("GET", "/api/ops/reconciliation", anyRole(OPERATOR, ADMIN), HEAVY, JSON),
                rule("POST", "/api/ops/reconciliation", anyRole(OPERATOR, ADMIN), HEAVY, SHORT),
                rule("GET", "/api/ops/outbox", anyRole(OPERATOR, ADMIN), READ, JSON),
                rule("POST", "/api/ops/outbox/dead-letters/{id}/retry", anyRole(OPERATOR, ADMIN), WRITE, SHORT),
                rule("GET", "/api/ops/flags", anyRole(ADMIN), READ, JSON),
                rule("GET", "/api/ops/flags/{name}", anyRole(ADMIN), READ, JSON),
                rule("PUT", "/api/ops/flags/{name}", anyRole(ADMIN), WRITE, SHORT),
                rule("GET", "/api/ops/content-reports", anyRole(ADMIN), READ, JSON),
                rule("POST", "/api/security/content-reports", everyone(), PAGE, SHORT),
                rule("GET", "/health", everyone(), EXEMPT, 0),
                rule("GET", "/health/live", everyone(), EXEMPT, 0),
                rule("GET", "/health/ready", everyone(), EXEMPT, 0),
                rule("GET", "/health/started", everyone(), EXEMPT, 0),
                rule("GET", "/metrics", everyone(), EXEMPT, 0),
                rule("GET", "/openapi", everyone(), PAGE, 0),
                rule("GET", "/openapi/ui/**", everyone(), PAGE, 0),

                // The web page
                rule("GET", "/", everyone(), PAGE, 0),
                rule("GET", "/index.html", everyone(), PAGE, 0),
                rule("GET", "/404.html", everyone(), PAGE, 0),
                rule("GET", "/favicon.svg", everyone(), PAGE, 0),
                rule("GET", "/app/{file}", everyone(), PAGE, 0),
                rule("GET", "/webjars/**", everyone(), PAGE, 0)));
    }

    private static AccessRule rule(String method, String path, Access access, RateClass rate, long bodyLimit) {
        return new AccessRule(method, new PathTemplate(path), access, rate, bodyLimit);
    }
}
