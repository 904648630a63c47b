package io.quantumleap.adapters.rest.market;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The instruments whose prices are to be refreshed. */
public record RefreshJson(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 64) String> symbols) {}
