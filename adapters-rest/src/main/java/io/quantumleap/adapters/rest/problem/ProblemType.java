package io.quantumleap.adapters.rest.problem;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of error that callers can tell apart; the same table as in the HTTP contract. */
public enum ProblemType {
    /** A field, parameter, header or file row breaks a rule. */
    INVALID_REQUEST(400, "invalid-request", "The request is not valid"),
    /** The body is not what its type says at all. */
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    /** No token, or one that is not accepted. */
    UNAUTHORIZED(401, "unauthorized", "Sign in first"),
    /** Wrong user name or password. */
    SIGN_IN_REFUSED(401, "sign-in-refused", "The sign-in was refused"),
    /** The password is right; a code of the second factor is missing or wrong. */
    SECOND_FACTOR_NEEDED(401, "second-factor-needed", "A code is needed too"),
    /** The caller's roles do not allow this route, or no rule declares it. */
    FORBIDDEN(403, "forbidden", "Not allowed"),
    /** No such route, or no such object for this caller. */
    NOT_FOUND(404, "not-found", "Not found"),
    /** The route does not take this method. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
    /** None of the accepted types can be made. */
    NOT_ACCEPTABLE(406, "not-acceptable", "Not acceptable"),
    /** The state of things does not allow it. */
    CONFLICT(409, "conflict", "Conflict"),
    /** The body is over its limit. */
    PAYLOAD_TOO_LARGE(413, "payload-too-large", "The body is too large"),
    /** The body has another type than the route takes. */
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
    /** Well formed, but the data cannot answer it. */
    UNMEASURABLE(422, "unmeasurable", "The data cannot answer this"),
    /** Too often. */
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    /** A budget does not allow it before the month ends. */
    BUDGET_REACHED(429, "budget-reached", "The budget is used up"),
    /** Our fault. */
    INTERNAL(500, "internal", "Something went wrong here"),
    /** Something that we depend on cannot be reached. */
    UNAVAILABLE(503, "unavailable", "Unavailable for the moment");

    private final int status;
    private final String code;
    private final String title;

    ProblemType(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable name, such as {@code not-found}. */
    public String code() {
        return code;
    }

    /** The stable name as the URI that stands in {@code type}. */
    public String uri() {
        return "urn:quantumleap:problem:" + code;
    }

    /** The one-line summary, the same for every problem of this type. */
    public String title() {
        return title;
    }

    /** The first type with this status, if the contract knows the status. */
    public static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
