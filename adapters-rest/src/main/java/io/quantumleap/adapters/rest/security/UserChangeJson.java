package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.UserChange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes about a user; what is left out stays. */
public record UserChangeJson(
        @Nullable @Size(min = 1, max = 5) List<@NotNull String> roles,
        @Nullable Boolean disabled,
        @Nullable @Size(min = 1, max = 512) String password) {

    UserChange toChange() {
        return new UserChange(
                roles == null ? null : RoleCodes.read(roles),
                disabled,
                password == null ? null : new Password(password));
    }

    @Override
    public String toString() {
        return "UserChangeJson[roles=" + roles + ", disabled=" + disabled + ", password not shown]";
    }
}
