package io.quantumleap.adapters.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the framework's own refusals (no route, wrong method, wrong type) the form of every other problem. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final System.Logger LOG = System.getLogger(WebApplicationExceptionMapper.class.getName());

    @Override
    public Response toResponse(WebApplicationException thrown) {
        Response given = thrown.getResponse();
        int status = given.getStatus();
        if (status < 400) {
            return given;
        }
        if (status >= 500) {
            LOG.log(System.Logger.Level.ERROR, "The framework failed", thrown);
        }
        Problem problem = StatusProblems.of(status);
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return ProblemResponses.of(allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow));
    }
}
