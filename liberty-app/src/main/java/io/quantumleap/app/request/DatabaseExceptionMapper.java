package io.quantumleap.app.request;

import io.quantumleap.adapters.persistence.DatabaseException;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** A database that does not answer is nobody's request gone wrong: try again later. */
@Provider
public class DatabaseExceptionMapper implements ExceptionMapper<DatabaseException> {

    private static final System.Logger LOG = System.getLogger(DatabaseExceptionMapper.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(5);

    @Override
    public Response toResponse(DatabaseException failure) {
        LOG.log(System.Logger.Level.ERROR, "The database does not answer", failure);
        return ProblemResponses.of(
                Problem.of(ProblemType.UNAVAILABLE, "The database does not answer now; try again in a few seconds.")
                        .withRetryAfter(WAIT));
    }
}
