package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.StatusProblems;
import io.quantumleap.security.access.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sent this request. Inject it into a resource; read it on the request's own thread, before any work goes elsewhere.
 */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /**
     * The caller.
     *
     * @throws io.quantumleap.adapters.rest.problem.ProblemException (401) on a public route, where there is none
     */
    public Caller caller() {
        return find().orElseThrow(() -> StatusProblems.of(401).asException());
    }

    /** The caller, or nobody on a public route. */
    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /** Only the filter that verified the token says who it is. */
    void is(Caller verified) {
        caller = Objects.requireNonNull(verified, "verified");
    }
}
