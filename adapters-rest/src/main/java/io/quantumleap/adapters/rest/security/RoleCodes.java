package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.security.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as JSON has them. */
final class RoleCodes {

    private RoleCodes() {}

    static List<String> write(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::code).toList();
    }

    static Set<Role> read(List<String> codes) {
        try {
            return codes.stream().map(Role::parse).collect(Collectors.toUnmodifiableSet());
        } catch (InvalidValueException unknown) {
            String message = String.valueOf(unknown.getMessage());
            throw Problem.of(ProblemType.INVALID_REQUEST, message)
                    .withError("roles", "unknown-role", message)
                    .asException();
        }
    }
}
