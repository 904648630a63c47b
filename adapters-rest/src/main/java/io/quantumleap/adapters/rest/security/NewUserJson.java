package io.quantumleap.adapters.rest.security;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A user to be made. */
public record NewUserJson(
        @NotNull @Pattern(regexp = "[a-z0-9._@-]{3,64}", message = "has 3 to 64 of the characters a-z 0-9 . _ - @")
        String username,

        @NotNull @Size(min = 1, max = 512) String password,
        @NotEmpty @Size(max = 5) List<@NotNull String> roles) {

    @Override
    public String toString() {
        return "NewUserJson[" + username + ", password not shown]";
    }
}
