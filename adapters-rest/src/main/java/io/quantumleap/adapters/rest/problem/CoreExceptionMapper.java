package io.quantumleap.adapters.rest.problem;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CoreException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the domain's broken promises their status. Their messages are written for the user. */
@Provider
public class CoreExceptionMapper implements ExceptionMapper<CoreException> {

    @Override
    public Response toResponse(CoreException thrown) {
        return ProblemResponses.of(Problem.of(type(thrown), String.valueOf(thrown.getMessage())));
    }

    private static ProblemType type(CoreException thrown) {
        if (thrown instanceof InvalidValueException) {
            return ProblemType.INVALID_REQUEST;
        }
        if (thrown instanceof MissingObjectException) {
            return ProblemType.NOT_FOUND;
        }
        if (thrown instanceof ConflictException) {
            return ProblemType.CONFLICT;
        }
        return ProblemType.INTERNAL;
    }
}
