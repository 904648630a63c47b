package io.quantumleap.adapters.rest.problem;

import io.quantumleap.adapters.rest.RestApplication;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the errors that the container finds by itself, outside JAX-RS, as problems too. A person whose browser asked for a
 * page that is not there gets the page that says so. Asked for directly it is not there.
 */
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
        if (status == 404 && isPersonLookingForPage(request) && sendPage(response)) {
            return;
        }
        Problem problem = StatusProblems.of(status);
        String id = RequestId.of(request.getAttribute(RequestId.ATTRIBUTE));
        send(response, problem.type().status(), Problem.MEDIA_TYPE, ProblemJson.write(problem, id));
    }

    private boolean sendPage(HttpServletResponse response) throws IOException {
        try (InputStream page = getServletContext().getResourceAsStream("/404.html")) {
            if (page == null) {
                return false;
            }
            String html = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            send(response, 404, "text/html;charset=UTF-8", html);
            return true;
        }
    }

    private static boolean isPersonLookingForPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && (uri.equals(RestApplication.ROOT) || uri.startsWith(RestApplication.ROOT + "/"));
        return request.getMethod().equals("GET") && !api && accept != null && accept.contains("text/html");
    }

    private static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 400
                ? status
                : 500;
    }
}
