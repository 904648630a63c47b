package io.quantumleap.adapters.rest.market;

import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.Figi;
import io.quantumleap.core.market.reference.Isin;
import io.quantumleap.core.market.reference.ReferenceData;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An instrument as JSON. */
public record InstrumentJson(
        String symbol,
        String name,
        String kind,
        @Nullable String isin,
        @Nullable String figi,
        @Nullable String exchange,
        String currency,
        @Nullable String firstDate,
        @Nullable String lastDate,
        int priceCount,
        long version) {

    static InstrumentJson of(DescribedInstrument instrument) {
        ReferenceData reference = instrument.reference();
        return new InstrumentJson(
                reference.symbol().value(),
                reference.name(),
                reference.kind().code(),
                reference.isin().map(Isin::value).orElse(null),
                reference.figi().map(Figi::value).orElse(null),
                reference.exchange().map(Mic::value).orElse(null),
                reference.currency().getCurrencyCode(),
                instrument.firstDate().map(LocalDate::toString).orElse(null),
                instrument.lastDate().map(LocalDate::toString).orElse(null),
                instrument.priceCount(),
                reference.version());
    }
}
