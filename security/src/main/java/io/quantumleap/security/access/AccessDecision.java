package io.quantumleap.security.access;

/** The answer to "may this caller use this route?". */
public sealed interface AccessDecision {

    /**
     * Yes.
     *
     * @param rule the rule that allows it
     */
    record Allowed(AccessRule rule) implements AccessDecision {}

    /** No: the route needs a caller and there is none. */
    record SignInNeeded() implements AccessDecision {}

    /** No: the caller has none of the roles that the route asks for. */
    record RoleMissing() implements AccessDecision {}

    /** No: nobody declared this route. */
    record Undeclared() implements AccessDecision {}
}
