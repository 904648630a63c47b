package io.quantumleap.security.account;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A person who may sign in.
 *
 * @param disabled whether signing in is barred
 * @param mustChangePassword whether someone else knows the password, because they set it
 */
public record Account(
        UserId id,
        Username username,
        Set<Role> roles,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        PasswordHash passwordHash) {

    /**
     * Copies the roles.
     *
     * @throws InvalidValueException if there is no role
     */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(passwordHash, "passwordHash");
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new InvalidValueException("A user has at least one role.");
        }
    }

    /** Whether this person can administer users now. */
    public boolean isActiveAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /** The same person with other roles. */
    public Account withRoles(Set<Role> others) {
        return new Account(id, username, others, disabled, mustChangePassword, createdAt, passwordHash);
    }

    /** The same person, barred or not. */
    public Account withDisabled(boolean barred) {
        return new Account(id, username, roles, barred, mustChangePassword, createdAt, passwordHash);
    }

    /** The same person with a password that they chose themselves. */
    public Account withOwnPassword(PasswordHash hash) {
        return new Account(id, username, roles, disabled, false, createdAt, hash);
    }

    /** The same person with a password that someone else set. */
    public Account withGivenPassword(PasswordHash hash) {
        return new Account(id, username, roles, disabled, true, createdAt, hash);
    }

    /** The same password, hashed anew with today's parameters. */
    public Account withUpgradedHash(PasswordHash hash) {
        return new Account(id, username, roles, disabled, mustChangePassword, createdAt, hash);
    }
}
