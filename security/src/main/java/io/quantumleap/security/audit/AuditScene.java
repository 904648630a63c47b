package io.quantumleap.security.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of what happens.
 *
 * @param actor the id of who does it; null for nobody known
 * @param address where the request is from
 * @param route the route as the access rules write it
 * @param requestId the id that finds the log lines
 */
public record AuditScene(@Nullable String actor, String address, String route, String requestId) {

    /** What the server does by itself. */
    public static final AuditScene SERVER = new AuditScene(null, "server", "none", "none");

    /** Refuses missing parts. */
    public AuditScene {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(requestId, "requestId");
    }
}
