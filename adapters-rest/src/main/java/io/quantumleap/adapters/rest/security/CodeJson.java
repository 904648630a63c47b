package io.quantumleap.adapters.rest.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A code of the second factor. */
public record CodeJson(@NotBlank @Size(max = 64) String code) {

    @Override
    public String toString() {
        return "CodeJson[not shown]";
    }
}
