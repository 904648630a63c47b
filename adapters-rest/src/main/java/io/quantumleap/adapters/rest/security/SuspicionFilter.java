package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.input.AttackShape;
import io.quantumleap.security.input.port.Suspicions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes note of requests whose address or JSON body has the shape of an attack, and lets them pass. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class SuspicionFilter implements ContainerRequestFilter, ReaderInterceptor {

    @Inject
    private Suspicions suspicions;

    @Context
    private @Nullable HttpServletRequest http;

    /** For the framework, which makes filters by this and then fills the fields. */
    public SuspicionFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        look(request.getUriInfo().getRequestUri().toString());
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readAllBytes();
        look(new String(body, StandardCharsets.UTF_8));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private void look(String text) {
        HttpServletRequest request = http;
        if (request != null) {
            AttackShape.of(text)
                    .ifPresent(shape -> suspicions.noticed(
                            shape, request.getMethod() + " " + request.getRequestURI(), request.getRemoteAddr()));
        }
    }
}
