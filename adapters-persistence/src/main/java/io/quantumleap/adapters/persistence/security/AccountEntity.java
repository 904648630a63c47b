package io.quantumleap.adapters.persistence.security;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code account} with its roles. */
@Entity(name = "Account")
@Table(name = "account")
@NullUnmarked
class AccountEntity {

    @Id
    private UUID id;

    @Column(name = "username", updatable = false)
    private String username;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "disabled")
    private boolean disabled;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    /** For JPA. */
    protected AccountEntity() {}

    static AccountEntity of(Account account) {
        AccountEntity entity = new AccountEntity();
        entity.id = account.id().value();
        entity.username = account.username().value();
        entity.createdAt = account.createdAt();
        entity.take(account);
        return entity;
    }

    /** Takes over everything that can change. */
    void take(Account account) {
        passwordHash = account.passwordHash().encoded();
        disabled = account.disabled();
        mustChangePassword = account.mustChangePassword();
        Set<String> wanted = account.roles().stream().map(Role::code).collect(Collectors.toSet());
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    Account toAccount() {
        return new Account(
                new UserId(id),
                new Username(username),
                roles.stream().map(Role::parse).collect(Collectors.toSet()),
                disabled,
                mustChangePassword,
                createdAt,
                new PasswordHash(passwordHash));
    }
}
