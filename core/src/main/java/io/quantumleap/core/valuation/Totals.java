package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.shared.Money;
import java.util.Currency;

/** Adds up what a ledger brought and took, in base currency at the rates of the days. */
final class Totals implements Snapshot.Observer {

    private Money netContributions;
    private Money dividends;
    private Money interest;
    private Money fees;
    private Money taxes;
    private Money realisedGain;

    Totals(Currency base) {
        Money none = Money.zero(base);
        netContributions = none;
        dividends = none;
        interest = none;
        fees = none;
        taxes = none;
        realisedGain = none;
    }

    @Override
    public void entered(Entry entry, Valuer valuer) {
        netContributions = netContributions.plus(valuer.externalFlow(entry));
        fees = fees.plus(valuer.inBase(entry.fee(), entry.date()));
        switch (entry.type()) {
            case DIVIDEND -> dividends = dividends.plus(valuer.inBase(entry.amount(), entry.date()));
            case INTEREST -> interest = interest.plus(valuer.inBase(entry.amount(), entry.date()));
            case FEE -> fees = fees.plus(valuer.inBase(entry.amount(), entry.date()));
            case TAX -> taxes = taxes.plus(valuer.inBase(entry.amount(), entry.date()));
            case BUY, SELL, DEPOSIT, WITHDRAWAL, SPLIT, TRANSFER_IN, TRANSFER_OUT -> {}
        }
    }

    @Override
    public void sold(Book.Disposal disposal, Valuer valuer) {
        Entry sale = disposal.sale();
        Money gain = valuer.inBase(sale.statedAmount(), sale.date());
        for (Lot lot : disposal.sold()) {
            gain = gain.minus(valuer.cost(lot));
        }
        realisedGain = realisedGain.plus(gain);
    }

    Money netContributions() {
        return netContributions;
    }

    Money dividends() {
        return dividends;
    }

    Money interest() {
        return interest;
    }

    Money fees() {
        return fees;
    }

    Money taxes() {
        return taxes;
    }

    Money realisedGain() {
        return realisedGain;
    }
}
