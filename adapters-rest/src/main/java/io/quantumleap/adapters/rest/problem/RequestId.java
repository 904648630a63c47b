package io.quantumleap.adapters.rest.problem;

import org.jspecify.annotations.Nullable;

/** Where the id of a request is kept while the request lives. */
public final class RequestId {

    /** The servlet request attribute that holds the id as text; set by the first filter of the server. */
    public static final String ATTRIBUTE = "quantumleap.request-id";

    private RequestId() {}

    /** The id in the attribute's value, or a placeholder where a request never met the filter. */
    public static String of(@Nullable Object attribute) {
        return attribute instanceof String id ? id : "unknown";
    }
}
