package io.quantumleap.adapters.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes when a request has passed the last filter and when its answer is written, so that what the filters cost can be told from
 * the work itself. The last of the filters on the way in.
 */
@Provider
@Priority(Integer.MAX_VALUE)
@ApplicationScoped
public class ResourceTime implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String BEGAN = ResourceTime.class.getName() + ".began";
    private static final String ENDED = ResourceTime.class.getName() + ".ended";

    @Context
    private @Nullable HttpServletRequest http;

    /** For the framework, which makes filters by this and then fills the fields. */
    public ResourceTime() {}

    /** How long the resource itself took, its answer's writing included; empty for a request that did not get there. */
    public static Optional<Long> nanosecondsOf(ServletRequest request) {
        return request.getAttribute(BEGAN) instanceof Long began && request.getAttribute(ENDED) instanceof Long ended
                ? Optional.of(ended - began)
                : Optional.empty();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        note(BEGAN);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        note(ENDED);
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        context.proceed();
        note(ENDED);
    }

    private void note(String what) {
        HttpServletRequest request = http;
        if (request != null) {
            request.setAttribute(what, System.nanoTime());
        }
    }
}
