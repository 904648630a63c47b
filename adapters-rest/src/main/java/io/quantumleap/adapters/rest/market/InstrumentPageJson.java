package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.shared.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of instruments as JSON. */
public record InstrumentPageJson(
        List<InstrumentJson> items, @Nullable String nextCursor) {

    static InstrumentPageJson of(CursorPage<DescribedInstrument> page) {
        return new InstrumentPageJson(page.map(InstrumentJson::of).items(), PageParams.opaque(page.nextCursor()));
    }
}
