package io.quantumleap.adapters.rest.portfolio;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a transaction is undone. */
public record ReversalJson(@NotBlank @Size(max = 500) String reason) {}
