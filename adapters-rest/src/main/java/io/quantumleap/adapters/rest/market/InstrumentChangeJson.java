package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.reference.InstrumentFields;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is to be another for an instrument: what is not there stays, and an empty text takes away what was known. */
public record InstrumentChangeJson(
        @Nullable @Size(max = 32) String currency,
        @Nullable @Size(max = 400) String name,
        @Nullable @Size(max = 32) String kind,
        @Nullable @Size(max = 32) String isin,
        @Nullable @Size(max = 32) String figi,
        @Nullable @Size(max = 32) String exchange,
        @Nullable @Min(1) Long version) {

    InstrumentFields fields(Symbol symbol) {
        return new InstrumentFields(symbol.value(), currency, name, kind, isin, figi, exchange);
    }

    OptionalLong seen() {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
