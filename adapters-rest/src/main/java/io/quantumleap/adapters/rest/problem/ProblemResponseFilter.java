package io.quantumleap.adapters.rest.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Turns a {@link Problem} that a mapper or a resource answered with into its document, whatever the request accepts. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ProblemResponseFilter implements ContainerResponseFilter {

    private static final MediaType TYPE = MediaType.valueOf(Problem.MEDIA_TYPE);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem)) {
            return;
        }
        String id = RequestId.of(request.getProperty(RequestId.ATTRIBUTE));
        response.setStatus(problem.type().status());
        problem.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
        response.setEntity(ProblemJson.write(problem, id), new Annotation[0], TYPE);
    }
}
