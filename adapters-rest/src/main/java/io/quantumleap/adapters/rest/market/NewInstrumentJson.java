package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.reference.InstrumentFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An instrument that is to be added; the domain knows the form of each identifier. */
public record NewInstrumentJson(
        @Nullable @NotBlank @Size(max = 64) String symbol,
        @Nullable @NotBlank @Size(max = 32) String currency,
        @Nullable @Size(max = 400) String name,
        @Nullable @Size(max = 32) String kind,
        @Nullable @Size(max = 32) String isin,
        @Nullable @Size(max = 32) String figi,
        @Nullable @Size(max = 32) String exchange) {

    InstrumentFields fields() {
        return new InstrumentFields(Objects.requireNonNullElse(symbol, ""), currency, name, kind, isin, figi, exchange);
    }
}
