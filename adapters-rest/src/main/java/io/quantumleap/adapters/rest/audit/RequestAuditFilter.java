package io.quantumleap.adapters.rest.audit;

import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.security.SuspicionFilter;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RefusalTally;
import io.quantumleap.security.input.InputShape;
import io.quantumleap.security.input.port.Suspicions;
import io.quantumleap.security.signin.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Notes the circumstances of every request, and counts those that are refused or look like an attack: by the address, or by the
 * body, which {@code SuspicionFilter} looks at.
 */
public class RequestAuditFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String UNDECLARED = "an address without a rule";
    private static final String SEVERAL = "several";

    @Inject
    private transient AccessRules rules;

    @Inject
    private transient CurrentScene scene;

    @Inject
    private transient RefusalTally tally;

    @Inject
    private transient Suspicions suspicions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String route = rules.forPath(request.getMethod(), request.getRequestURI())
                .map(AccessRule::route)
                .orElse(UNDECLARED);
        String address = ClientAddress.of(request.getRemoteAddr()).value();
        scene.begin(new AuditScene(null, address, route, RequestId.of(request.getAttribute(RequestId.ATTRIBUTE))));
        try {
            chain.doFilter(request, response);
        } finally {
            count(request, response.getStatus(), new AuditScene(scene.scene().actor(), address, route, SEVERAL));
        }
    }

    private void count(HttpServletRequest request, int status, AuditScene where) {
        refusal(status).ifPresent(action -> tally.count(action, where, "status " + status));
        String query = request.getQueryString();
        String address = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        Optional<InputShape> shape = request.getAttribute(SuspicionFilter.ATTRIBUTE) instanceof InputShape ofBody
                ? Optional.of(ofBody)
                : InputShape.ofAddress(address);
        shape.ifPresent(found -> {
            suspicions.noticed(found, where.route(), where.address());
            tally.count(AuditAction.ATTACK_SHAPED, where, found.code() + ", status " + status);
        });
    }

    private static Optional<AuditAction> refusal(int status) {
        return switch (status) {
            case 401 -> Optional.of(AuditAction.UNAUTHENTICATED);
            case 403 -> Optional.of(AuditAction.FORBIDDEN);
            case 429 -> Optional.of(AuditAction.LIMITED);
            default -> Optional.empty();
        };
    }
}
