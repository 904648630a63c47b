package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.Decimals;
import io.quantumleap.core.market.action.CorporateAction;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import org.jspecify.annotations.Nullable;

/**
 * A corporate action as JSON.
 *
 * @param ratio new shares for old ones, such as {@code 3:2}; null for a dividend
 * @param amount cash for each share; null for a split
 */
public record ActionJson(
        String exDate,
        String type,
        @Nullable String ratio,
        @Nullable String amount,
        @Nullable String currency) {

    static ActionJson of(CorporateAction action) {
        String exDate = action.exDate().toString();
        String type = action.type().code();
        if (action instanceof Split split) {
            String ratio = Decimals.text(split.newShares()) + ":" + Decimals.text(split.oldShares());
            return new ActionJson(exDate, type, ratio, null, null);
        }
        CashDividend dividend = (CashDividend) action;
        return new ActionJson(
                exDate,
                type,
                null,
                Decimals.text(dividend.amount().amount()),
                dividend.amount().currency().getCurrencyCode());
    }
}
