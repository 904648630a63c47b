package io.quantumleap.adapters.rest.flag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How a flag is to stand. */
public record FlagPositionJson(
        @NotNull Boolean on, @NotNull @Min(0) @Max(100) Integer percentage) {}
