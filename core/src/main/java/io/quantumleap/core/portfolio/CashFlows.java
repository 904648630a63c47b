package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some transactions moved in one currency, each kind for itself and none of it negative.
 *
 * @param deposits cash that came from outside, transfers included
 * @param withdrawals cash that went outside, transfers included
 * @param dividends received, before their fees
 * @param interest received, before its fees
 * @param fees everything that was charged, alone or with a trade
 * @param taxes paid or withheld
 * @param purchases paid for securities, before fees
 * @param sales received for securities, before fees; cash from mergers and for fractions of units included
 */
public record CashFlows(
        Money deposits,
        Money withdrawals,
        Money dividends,
        Money interest,
        Money fees,
        Money taxes,
        Money purchases,
        Money sales) {

    /** No flow at all. */
    public static CashFlows none(Currency currency) {
        Money zero = Money.zero(currency);
        return new CashFlows(zero, zero, zero, zero, zero, zero, zero, zero);
    }

    /** The sums for each currency that the transactions have, in the order of the currency codes. */
    public static List<CashFlows> byCurrency(Collection<Transaction> transactions) {
        Map<String, CashFlows> sums = new TreeMap<>();
        for (Transaction transaction : transactions) {
            Entry entry = transaction.entry();
            Currency currency = entry.currency();
            sums.merge(currency.getCurrencyCode(), none(currency).with(entry), CashFlows::plus);
        }
        return List.copyOf(sums.values());
    }

    /** The currency of all the sums. */
    public Currency currency() {
        return deposits.currency();
    }

    private CashFlows with(Entry entry) {
        Money amount = entry.amount();
        Money zero = Money.zero(currency());
        return switch (entry.type()) {
            case DEPOSIT, TRANSFER_IN -> new CashFlows(amount, zero, zero, zero, entry.fee(), zero, zero, zero);
            case WITHDRAWAL, TRANSFER_OUT -> new CashFlows(zero, amount, zero, zero, entry.fee(), zero, zero, zero);
            case DIVIDEND -> new CashFlows(zero, zero, amount, zero, entry.fee(), entry.tax(), zero, zero);
            case REINVESTED_DIVIDEND ->
                new CashFlows(zero, zero, amount, zero, entry.fee(), entry.tax(), invested(entry), zero);
            case INTEREST -> new CashFlows(zero, zero, zero, amount, entry.fee(), entry.tax(), zero, zero);
            case FEE -> new CashFlows(zero, zero, zero, zero, amount, zero, zero, zero);
            case TAX -> new CashFlows(zero, zero, zero, zero, zero, amount, zero, zero);
            case BUY, COVER -> new CashFlows(zero, zero, zero, zero, entry.fee(), zero, amount, zero);
            case SELL, SHORT -> new CashFlows(zero, zero, zero, zero, entry.fee(), zero, zero, amount);
            case MERGER, SPLIT, SPIN_OFF ->
                new CashFlows(zero, zero, zero, zero, zero, zero, zero, amount.plus(entry.cashInLieu()));
            case FX -> new CashFlows(zero, zero, zero, zero, entry.fee(), zero, zero, zero);
            case SYMBOL_CHANGE -> this;
        };
    }

    private static Money invested(Entry reinvested) {
        return reinvested.amount().minus(reinvested.tax()).minus(reinvested.fee());
    }

    private CashFlows plus(CashFlows other) {
        return new CashFlows(
                deposits.plus(other.deposits),
                withdrawals.plus(other.withdrawals),
                dividends.plus(other.dividends),
                interest.plus(other.interest),
                fees.plus(other.fees),
                taxes.plus(other.taxes),
                purchases.plus(other.purchases),
                sales.plus(other.sales));
    }
}
