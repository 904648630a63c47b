package io.quantumleap.security.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole table of who may do what. It denies by default: a route that no rule names is refused to everyone.
 *
 * <p>Ask with the route's template when the framework knows it ({@link #decide}), since a template cannot be disguised; ask
 * with the path as it was sent ({@link #isPublicPath}, {@link #forPath}) before a route is chosen. Immutable.
 */
public final class AccessRules {

    private final List<AccessRule> rules;

    /** @throws IllegalArgumentException if two rules are for the same method and template */
    public AccessRules(List<AccessRule> rules) {
        this.rules = List.copyOf(rules);
        Set<String> seen = new HashSet<>();
        for (AccessRule rule : rules) {
            if (!seen.add(rule.route())) {
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
        String wanted = effective(method);
        return rules.stream()
                .filter(rule ->
                        rule.method().equals(wanted) && rule.path().text().equals(template))
                .findFirst();
    }

    /** The first rule for a method and a path as it was sent. */
    public Optional<AccessRule> forPath(String method, String path) {
        String wanted = effective(method);
        return rules.stream()
                .filter(rule -> rule.method().equals(wanted) && rule.path().matches(path))
                .findFirst();
    }

    /** Whether rules name this path and all of them are open to everyone, so that it may be entered without a token. */
    public boolean isPublicPath(String path) {
        List<AccessRule> named =
                rules.stream().filter(rule -> rule.path().matches(path)).toList();
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
