package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** What has to fit together within one row. */
record EntryFit(TransactionType type, FieldReader reader) {

    boolean holds(
            Optional<Symbol> symbol,
            Optional<Symbol> toSymbol,
            Optional<Quantity> quantity,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> costFraction,
            Optional<BigDecimal> cashInLieu,
            Money withheld,
            Currency currency,
            Optional<Currency> toCurrency) {
        boolean fits = unless(
                toSymbol.isPresent() && toSymbol.equals(symbol),
                "to_symbol",
                "same-symbol",
                "An instrument does not become itself.");
        if (type == TransactionType.MERGER) {
            boolean forCash = isPositive(amount);
            fits &= merger(toSymbol.isPresent(), quantity.isPresent(), forCash, costFraction.isPresent());
            fits &= unless(
                    toSymbol.isEmpty() && isPositive(cashInLieu),
                    "cash_in_lieu",
                    "not-applicable",
                    "A merger for cash alone leaves no fraction of a unit.");
        }
        if (type == TransactionType.FX) {
            fits &= unless(
                    toCurrency.filter(currency::equals).isPresent(),
                    "to_currency",
                    "same-currency",
                    "An exchange has two currencies.");
            fits &= unless(!isPositive(amount), "amount", "not-positive", "The amount must be greater than zero.");
        }
        if (type == TransactionType.DIVIDEND || type == TransactionType.INTEREST) {
            fits &= unless(
                    amount.map(gross -> withheld.amount().compareTo(gross) > 0).orElse(false),
                    "tax",
                    "too-large",
                    "The tax is more than the amount it was withheld from.");
        }
        return fits;
    }

    private static boolean isPositive(Optional<BigDecimal> number) {
        return number.filter(one -> one.signum() > 0).isPresent();
    }

    private boolean merger(boolean forSecurities, boolean hasRatio, boolean forCash, boolean hasFraction) {
        boolean fits = unless(
                !forSecurities && !forCash,
                "amount",
                "required",
                "A merger brings a to_symbol with a quantity for each old unit, an amount of cash, or both.");
        fits &= unless(
                forSecurities && !hasRatio,
                "quantity",
                "required",
                "The quantity, new units for each old one, is missing.");
        fits &= unless(!forSecurities && hasRatio, "to_symbol", "required", "The symbol of the new units is missing.");
        fits &= unless(
                forSecurities && forCash && !hasFraction,
                "cost_fraction",
                "required",
                "The share of the cost that goes with the new units is missing; the rest is set against the cash.");
        fits &= unless(
                !(forSecurities && forCash) && hasFraction,
                "cost_fraction",
                "not-applicable",
                "Only a merger for securities and cash divides the cost.");
        return fits;
    }

    private boolean unless(boolean broken, String field, String code, String message) {
        if (broken) {
            reader.refuse(field, code, message);
        }
        return !broken;
    }
}
