package io.quantumleap.security.access;

import java.util.Objects;

/**
 * One line of the table: who may send this method to this path, how often, and with how much in the body.
 *
 * @param method an HTTP method in upper case; GET covers HEAD
 * @param rate which allowance a request draws on
 * @param bodyLimit the longest body in bytes
 */
public record AccessRule(String method, PathTemplate path, Access access, RateClass rate, long bodyLimit) {

    /** Refuses missing parts and a negative limit. */
    public AccessRule {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(rate, "rate");
        if (bodyLimit < 0) {
            throw new IllegalArgumentException("a body limit is not negative");
        }
    }

    /** Whether signing in is not needed. */
    public boolean isPublic() {
        return access instanceof Access.Everyone;
    }

    /** The route as people write it, such as {@code GET /api/portfolio/{id}}. */
    public String route() {
        return route(method, path.text());
    }

    static String route(String method, String template) {
        return method + " " + template;
    }
}
