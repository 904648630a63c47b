package io.quantumleap.security.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole table of who may do what. It denies by default: a route that no rule names is refused to everyone.
 *
 * <p>Ask with the route's template when the framework knows it ({@link #decide}), since a template cannot be disguised; ask
 * with the path as it was sent ({@link #isPublicPath}, {@link #forPath}) before a route is chosen. Immutable.
 */
public final class AccessRules {

    private final List<AccessRule> rules;
    private final Map<String, AccessRule> byRoute = new HashMap<>();

    /** @throws IllegalArgumentException if two rules are for the same method and template */
    public AccessRules(List<AccessRule> rules) {
        this.rules = List.copyOf(rules);
        for (AccessRule rule : rules) {
            if (byRoute.put(rule.route(), rule) != null) {
                throw new IllegalArgumentException("two rules for " + rule.route());
            }
        }
    }

    /** The rules in the order in which they were written. */
    public List<AccessRule> all() {
        return rules;
    }

    /** The rule for a method and a template written exactly as in the table. */
    public Optional<AccessRule> find(String method, String template) {
        return Optional.ofNullable(byRoute.get(AccessRule.route(effective(method), template)));
    }

    /** The first rule for a method and a path as it was sent. */
    public Optional<AccessRule> forPath(String method, String path) {
        String wanted = effective(method);
        return PathTemplate.plainSegments(path).flatMap(segments -> rules.stream()
                .filter(rule -> rule.method().equals(wanted) && rule.path().matches(segments))
                .findFirst());
    }

    /** Whether rules name this path and all of them are open to everyone, so that it may be entered without a token. */
    public boolean isPublicPath(String path) {
        List<AccessRule> named = PathTemplate.plainSegments(path)
                .map(segments -> rules.stream()
                        .filter(rule -> rule.path().matches(segments))
                        .toList())
                .orElse(List.of());
        return !named.isEmpty() && named.stream().allMatch(AccessRule::isPublic);
    }

    /**
     * Decides about a route, by its template.
     *
     * @param caller who asks; null for nobody who has signed in
     */
    public AccessDecision decide(String method, String template, @Nullable Caller caller) {
        return find(method, template).map(rule -> decide(rule, caller)).orElseGet(AccessDecision.Undeclared::new);
    }

    private static AccessDecision decide(AccessRule rule, @Nullable Caller caller) {
        if (rule.isPublic()) {
            return new AccessDecision.Allowed(rule);
        }
        if (caller == null) {
            return new AccessDecision.SignInNeeded();
        }
        return rule.access().admits(caller) ? new AccessDecision.Allowed(rule) : new AccessDecision.RoleMissing();
    }

    /** HEAD is a GET without its body. */
    private static String effective(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }
}
