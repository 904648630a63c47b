package io.quantumleap.core.market.action;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.action.port.CorporateActions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Shows closes that are adjusted for corporate actions, and the actions. Every signed-in user sees them. */
public final class ViewAdjustedPrices {

    private final ViewPrices prices;
    private final CorporateActions actions;

    /** Works through these. */
    public ViewAdjustedPrices(ViewPrices prices, CorporateActions actions) {
        this.prices = Objects.requireNonNull(prices, "prices");
        this.actions = Objects.requireNonNull(actions, "actions");
    }

    /**
     * The closes of an instrument in a range of days, both inclusive, adjusted to the footing of its latest close of all.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the symbol has no price
     */
    public AdjustedCloses between(Symbol symbol, LocalDate from, LocalDate to, Adjustment adjustment) {
        if (adjustment == Adjustment.NONE) {
            return AdjustedCloses.of(prices.between(symbol, from, to), List.of(), adjustment);
        }
        PriceSeries all = prices.all(symbol);
        return AdjustedCloses.of(all, actions.of(symbol), adjustment).between(from, to);
    }

    /**
     * The corporate actions of an instrument, by ex-date.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the symbol has no price
     */
    public List<CorporateAction> actions(Symbol symbol) {
        return actions.of(symbol);
    }
}
