package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.access.Access;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import java.util.List;

/** Every route with who may call it. */
public record AccessMatrixJson(List<Row> items) {

    /**
     * One route.
     *
     * @param who {@code public}, {@code authenticated}, {@code owner} or {@code roles}
     */
    public record Row(String method, String path, String who, List<String> roles, String rateClass, long bodyLimit) {}

    static AccessMatrixJson of(AccessRules rules) {
        return new AccessMatrixJson(
                rules.all().stream().map(AccessMatrixJson::row).toList());
    }

    private static Row row(AccessRule rule) {
        Access access = rule.access();
        List<String> roles = access instanceof Access.AnyRole any ? RoleCodes.write(any.roles()) : List.of();
        return new Row(
                rule.method(),
                rule.path().text(),
                who(access),
                roles,
                rule.rate().code(),
                rule.bodyLimit());
    }

    private static String who(Access access) {
        if (access instanceof Access.Everyone) {
            return "public";
        }
        if (access instanceof Access.AnyRole) {
            return "roles";
        }
        return access instanceof Access.Owner ? "owner" : "authenticated";
    }
}
