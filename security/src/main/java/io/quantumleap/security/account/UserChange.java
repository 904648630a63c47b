package io.quantumleap.security.account;

import io.quantumleap.security.access.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about a person; null for what stays. Read the parts through the methods that return an
 * {@link Optional}.
 */
public record UserChange(
        @Nullable Set<Role> newRoles,
        @Nullable Boolean nowDisabled,
        @Nullable Password newPassword) {

    /** Copies the roles. */
    public UserChange {
        newRoles = newRoles == null ? null : Set.copyOf(newRoles);
    }

    /** The new roles, if they change. */
    public Optional<Set<Role>> roles() {
        return Optional.ofNullable(newRoles);
    }

    /** Whether the person is barred now, if that changes. */
    public Optional<Boolean> disabled() {
        return Optional.ofNullable(nowDisabled);
    }

    /** The new password, if it changes. */
    public Optional<Password> password() {
        return Optional.ofNullable(newPassword);
    }
}
