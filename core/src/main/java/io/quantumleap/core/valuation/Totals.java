package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.shared.Money;

/** Adds up what a ledger brought and took, in base currency at the rates of the days. */
final class Totals implements Snapshot.Observer {

    private Money netContributions;
    private Money dividends;
    private Money interest;
    private Money fees;
    private Money taxes;
    private Money realisedGain;

    Totals(LedgerTotals before) {
        netContributions = before.netContributions();
        dividends = before.dividends();
        interest = before.interest();
        fees = before.fees();
        taxes = before.taxes();
        realisedGain = before.realisedGain();
    }

    @Override
    public void entered(Entry entry, Valuer valuer) {
        netContributions = netContributions.plus(valuer.externalFlow(entry));
        fees = fees.plus(valuer.inBase(entry.fee(), entry.date()));
        taxes = taxes.plus(valuer.inBase(entry.tax(), entry.date()));
        switch (entry.type()) {
            case DIVIDEND, REINVESTED_DIVIDEND ->
                dividends = dividends.plus(valuer.inBase(entry.amount(), entry.date()));
            case INTEREST -> interest = interest.plus(valuer.inBase(entry.amount(), entry.date()));
            case FEE -> fees = fees.plus(valuer.inBase(entry.amount(), entry.date()));
            case TAX -> taxes = taxes.plus(valuer.inBase(entry.amount(), entry.date()));
            default -> {}
        }
    }

    @Override
    public void sold(Book.Disposal disposal, Valuer valuer) {
        Money gain = valuer.inBase(disposal.consideration(), disposal.sale().date());
        for (Lot lot : disposal.sold()) {
            gain = gain.minus(valuer.cost(lot));
        }
        realisedGain = disposal.isCover() ? realisedGain.minus(gain) : realisedGain.plus(gain);
    }

    LedgerTotals soFar() {
        return new LedgerTotals(netContributions, dividends, interest, fees, taxes, realisedGain);
    }
}
