package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.account.Account;
import java.time.Instant;
import java.util.List;

/** A user, as an administrator sees them. */
public record UserJson(String id, String username, List<String> roles, boolean disabled, Instant createdAt) {

    static UserJson of(Account account) {
        return new UserJson(
                account.id().toString(),
                account.username().value(),
                RoleCodes.write(account.roles()),
                account.disabled(),
                account.createdAt());
    }
}
