package io.quantumleap.adapters.rest.limit;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemJson;
import io.quantumleap.adapters.rest.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Ends a request with a problem before JAX-RS has seen it. */
final class ServletProblems {

    private ServletProblems() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        String id = RequestId.of(request.getAttribute(RequestId.ATTRIBUTE));
        byte[] body = ProblemJson.write(problem, id).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.type().status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
