package io.quantumleap.adapters.rest.portfolio;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What may change in a portfolio. */
public record PortfolioNameJson(@NotBlank @Size(max = 200) String name) {}
