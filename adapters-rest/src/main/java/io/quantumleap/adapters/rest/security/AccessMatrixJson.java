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
     * @param who {@code public}, {@code authenticated} or {@code roles}
     */
    public record Row(String method, String path, String who, List<String> roles, long bodyLimit) {}

    static AccessMatrixJson of(AccessRules rules) {
        return new AccessMatrixJson(
                rules.all().stream().map(AccessMatrixJson::row).toList());
    }

    private static Row row(AccessRule rule) {
        Access access = rule.access();
        List<String> roles = access instanceof Access.AnyRole any ? RoleCodes.write(any.roles()) : List.of();
        String who = rule.isPublic() ? "public" : roles.isEmpty() ? "authenticated" : "roles";
        return new Row(rule.method(), rule.path().text(), who, roles, rule.bodyLimit());
    }
}
