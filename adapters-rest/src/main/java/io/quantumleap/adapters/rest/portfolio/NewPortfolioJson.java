package io.quantumleap.adapters.rest.portfolio;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What it takes to open a portfolio. */
public record NewPortfolioJson(
        @NotBlank @Size(max = 200) String name,

        @NotBlank @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as USD or EUR")
        String baseCurrency) {}
