package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.problem.StatusProblems;
import jakarta.ws.rs.core.HttpHeaders;

/** What a caller hears who must sign in, with the challenge of RFC 6750. */
final class Challenges {

    private static final String BARE = "Bearer realm=\"quantumleap\"";
    private static final String INVALID =
            BARE + ", error=\"invalid_token\", error_description=\"The access token is not accepted\"";

    private Challenges() {}

    /** There is no token. */
    static Problem missing() {
        return StatusProblems.of(401).withHeader(HttpHeaders.WWW_AUTHENTICATE, BARE);
    }

    /** There is a token, but not one that is accepted; why is for the log alone. */
    static Problem invalid() {
        return Problem.of(ProblemType.UNAUTHORIZED, "The access token is not accepted. Sign in again.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, INVALID);
    }

    /** The sign-in itself was refused. */
    static Problem refused(String detail) {
        return Problem.of(ProblemType.SIGN_IN_REFUSED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, BARE);
    }

    /** The password was right, and a code of the second factor is needed as well. */
    static Problem codeNeeded(String detail) {
        return Problem.of(ProblemType.SECOND_FACTOR_NEEDED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, BARE);
    }
}
