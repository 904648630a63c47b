package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;

/**
 * Where people sign in.
 *
 * @param here whether they do it here; otherwise at an OpenID provider, and no password is taken here
 */
public record SignInPlace(boolean here) {

    /** Ends the request when people sign in elsewhere. */
    void requireHere() {
        if (!here) {
            throw Problem.of(ProblemType.NOT_FOUND, "People sign in at the OpenID provider of this installation.")
                    .asException();
        }
    }
}
