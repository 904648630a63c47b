package io.quantumleap.adapters.rest.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the errors that the container finds by itself, outside JAX-RS, as problems too. Asked for directly it is not there. */
public class ErrorPage extends HttpServlet {

    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
        int status = dispatched ? status(request) : 404;
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            LOG.log(System.Logger.Level.ERROR, "A request failed outside the API", cause);
        }
        Problem problem = StatusProblems.of(status);
        String id = RequestId.of(request.getAttribute(RequestId.ATTRIBUTE));
        byte[] body = ProblemJson.write(problem, id).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.type().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 400
                ? status
                : 500;
    }
}
