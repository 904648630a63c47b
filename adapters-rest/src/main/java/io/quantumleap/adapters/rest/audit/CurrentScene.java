package io.quantumleap.adapters.rest.audit;

import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.security.audit.AuditScene;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The circumstances of this request, for the audit log. */
@RequestScoped
public class CurrentScene {

    @Inject
    CurrentCaller current;

    private AuditScene anonymous = AuditScene.SERVER;

    /** Set by the filter before anything happens. */
    void begin(AuditScene scene) {
        anonymous = scene;
    }

    /** With the caller, as soon as it is known who that is. */
    public AuditScene scene() {
        return current.find()
                .map(caller -> new AuditScene(
                        caller.id().toString(), anonymous.address(), anonymous.route(), anonymous.requestId()))
                .orElse(anonymous);
    }
}
