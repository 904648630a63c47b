package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.input.InputShape;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a JSON body has the shape of an attack, and lets it pass; the audit counts it. It comes after the bound on the
 * body, so that no more is read than the route takes.
 */
@Provider
@Priority(Priorities.ENTITY_CODER + 600)
@ApplicationScoped
public class SuspicionFilter implements ContainerRequestFilter {

    /** Where the shape of a body is left for the audit filter, which knows in the end what became of the request. */
    public static final String ATTRIBUTE = SuspicionFilter.class.getName();

    @Context
    private @Nullable HttpServletRequest http;

    /** For the framework, which makes filters by this and then fills the fields. */
    public SuspicionFilter() {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && request.hasEntity()) {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            look(new String(body, StandardCharsets.UTF_8));
        }
    }

    private void look(String text) {
        HttpServletRequest request = http;
        if (request != null) {
            InputShape.of(text).ifPresent(shape -> request.setAttribute(ATTRIBUTE, shape));
        }
    }
}
