package io.quantumleap.adapters.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers whatever nobody foresaw: a problem wrapped by a framework is unwrapped, a lost database is 503, and anything else
 * is logged and told as 500 without a word about the inside.
 */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    @Override
    public Response toResponse(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return ProblemResponses.of(known.problem());
            }
            if (cause instanceof SQLException sql && isConnectionLost(sql)) {
                LOG.log(System.Logger.Level.ERROR, "The database cannot be reached: {0}", sql.getMessage());
                return ProblemResponses.of(Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached.")
                        .withRetryAfter(DATABASE_RETRY));
            }
        }
        LOG.log(System.Logger.Level.ERROR, "A request failed for a reason that nobody foresaw", thrown);
        return ProblemResponses.of(StatusProblems.of(500));
    }

    /** SQLSTATE class 08 is a connection exception; 57P is an operator's shutdown; 53300 is too many connections. */
    private static boolean isConnectionLost(SQLException thrown) {
        String state = thrown.getSQLState();
        return thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLNonTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")));
    }
}
