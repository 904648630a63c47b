package io.quantumleap.adapters.rest.chat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Takes the preference ({@code qs}) that chooses between the two forms of an answer out of the type that is sent. */
@Provider
public class EventStreamTypeFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null
                && MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(type)
                && type.getParameters().containsKey("qs")) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE);
        }
    }
}
