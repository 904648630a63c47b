package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.valuation.GainsPage;
import io.quantumleap.core.valuation.GainsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the realised gains of a portfolio, with the totals of all of them, as JSON. */
public record GainsJson(
        String portfolioId,
        String currency,
        String lotMethod,
        @Nullable String from,
        @Nullable String to,
        int count,
        int washSaleCount,
        MoneyJson gainInBase,
        List<GainTotalJson> totals,
        List<GainYearJson> years,
        List<GainJson> items,
        @Nullable String nextCursor) {

    static GainsJson of(GainsPage gains) {
        GainsView view = gains.whole();
        return new GainsJson(
                view.portfolio().toString(),
                view.currency().getCurrencyCode(),
                view.lotMethod().code(),
                view.from() == null ? null : view.from().toString(),
                view.to() == null ? null : view.to().toString(),
                view.gains().size(),
                view.mayBeWashSales(),
                MoneyJson.of(view.gainInBase()),
                GainTotalJson.of(view.totals()),
                view.years().stream().map(GainYearJson::of).toList(),
                gains.page().items().stream().map(GainJson::of).toList(),
                PageParams.opaque(gains.page().nextCursor()));
    }
}
