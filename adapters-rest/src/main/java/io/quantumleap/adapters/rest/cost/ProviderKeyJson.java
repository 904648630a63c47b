package io.quantumleap.adapters.rest.cost;

import io.quantumleap.chat.provider.ProviderKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A key on the way in; it never comes out again. */
public record ProviderKeyJson(
        @NotNull
        @Size(min = 8, max = ProviderKey.LONGEST)
        @Pattern(regexp = "[!-~]*", message = "must be visible ASCII characters")
        String key) {

    /** Without the key, so that no log shows it. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
