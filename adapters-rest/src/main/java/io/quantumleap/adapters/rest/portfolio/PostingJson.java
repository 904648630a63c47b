package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Posting;
import org.jspecify.annotations.Nullable;

/** One posting as JSON; a debit is positive. */
public record PostingJson(
        String account,
        @Nullable String symbol,
        String amount,
        String currency,
        @Nullable String units) {

    static PostingJson of(Posting posting) {
        return new PostingJson(
                posting.account().code(),
                posting.symbol().map(Symbol::value).orElse(null),
                Decimals.text(posting.amount().amount()),
                posting.amount().currency().getCurrencyCode(),
                posting.account() == Posting.Account.POSITION ? Decimals.text(posting.units()) : null);
    }
}
