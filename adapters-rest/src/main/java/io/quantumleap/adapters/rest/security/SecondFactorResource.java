package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.secondfactor.OwnSecondFactor;
import io.quantumleap.security.secondfactor.TotpSecret;
import io.quantumleap.security.signin.AttemptThrottle;
import io.quantumleap.security.signin.ClientAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Setting up a second factor for the sign-in, and giving it up. Guesses at a code are slowed down like sign-ins. */
@Path("auth/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Dependent
public class SecondFactorResource {

    private final OwnSecondFactor own;
    private final AttemptThrottle throttle;
    private final CurrentCaller current;

    /** Wires the resource. */
    @Inject
    public SecondFactorResource(OwnSecondFactor own, AttemptThrottle throttle, CurrentCaller current) {
        this.own = own;
        this.throttle = throttle;
        this.current = current;
    }

    /** Whether the caller has one. */
    @GET
    public SecondFactorJson state() {
        return SecondFactorJson.of(own.state(current.caller()));
    }

    /** Makes a secret for the caller's app. */
    @POST
    public NewSecretJson begin(@Valid @NotNull CurrentPasswordJson password, @Context HttpServletRequest request) {
        Caller caller = admitted(request);
        ClientAddress address = ClientAddress.of(request.getRemoteAddr());
        try {
            TotpSecret secret = own.begin(caller, new Password(password.currentPassword()))
                    .orElseThrow(SecondFactorResource::wrongPassword);
            throttle.succeeded(caller.username(), address);
            return NewSecretJson.of(secret, caller.username());
        } catch (OverloadedException busy) {
            throttle.unchecked(caller.username(), address);
            throw busy;
        }
    }

    /** Confirms it with a first code. */
    @POST
    @Path("confirmation")
    public RecoveryCodesJson confirm(@Valid @NotNull CodeJson code, @Context HttpServletRequest request) {
        Caller caller = admitted(request);
        return own.confirm(caller, code.code())
                .map(codes -> {
                    throttle.succeeded(caller.username(), ClientAddress.of(request.getRemoteAddr()));
                    return new RecoveryCodesJson(codes);
                })
                .orElseThrow(SecondFactorResource::wrong);
    }

    /** Gives it up. */
    @POST
    @Path("removal")
    public void giveUp(@Valid @NotNull CodeJson code, @Context HttpServletRequest request) {
        Caller caller = admitted(request);
        if (!own.giveUp(caller, code.code())) {
            throw wrong();
        }
        throttle.succeeded(caller.username(), ClientAddress.of(request.getRemoteAddr()));
    }

    private Caller admitted(HttpServletRequest request) {
        Caller caller = current.caller();
        throttle.admit(caller.username(), ClientAddress.of(request.getRemoteAddr()))
                .ifPresent(wait -> {
                    throw AuthResource.tooMany(wait);
                });
        return caller;
    }

    private static ProblemException wrongPassword() {
        return Problem.of(ProblemType.INVALID_REQUEST, "The current password is wrong.")
                .withError("current_password", "wrong", "The current password is wrong.")
                .asException();
    }

    private static ProblemException wrong() {
        return Problem.of(ProblemType.INVALID_REQUEST, "The code is wrong or was used before.")
                .withError("code", "wrong", "The code is wrong or was used before.")
                .asException();
    }
}
