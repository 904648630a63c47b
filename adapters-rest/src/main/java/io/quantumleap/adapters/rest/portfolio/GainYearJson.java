package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.GainsView;
import java.util.List;

/** The gains of one calendar year together as JSON. */
public record GainYearJson(int year, MoneyJson gainInBase, List<GainTotalJson> totals) {

    static GainYearJson of(GainsView.Year year) {
        return new GainYearJson(year.year(), MoneyJson.of(year.gainInBase()), GainTotalJson.of(year.totals()));
    }
}
