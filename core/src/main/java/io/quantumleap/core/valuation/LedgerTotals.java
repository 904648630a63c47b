package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.util.Currency;

/**
 * What a ledger brought and took, in base currency at the rates of the days.
 *
 * @param netContributions what came in from outside less what went out, securities at their market value
 * @param dividends dividends received, gross
 * @param interest interest received, gross
 * @param fees everything that was charged
 * @param taxes taxes paid
 * @param realisedGain proceeds of what was sold, less fees, less what it had cost
 */
public record LedgerTotals(
        Money netContributions, Money dividends, Money interest, Money fees, Money taxes, Money realisedGain) {

    /** Nothing yet. */
    public static LedgerTotals none(Currency base) {
        Money none = Money.zero(base);
        return new LedgerTotals(none, none, none, none, none, none);
    }

    /** Dividends and interest received, gross. */
    public Money income() {
        return dividends.plus(interest);
    }
}
