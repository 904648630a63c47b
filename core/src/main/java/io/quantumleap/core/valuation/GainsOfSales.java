package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.LedgerPolicy;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the gain on each lot as a ledger is played. A wash sale is looked for as in section 1091 of the US Internal
 * Revenue Code: a loss with a purchase within 30 days before or after. Splits inside those days are not looked at.
 */
final class GainsOfSales implements Snapshot.Observer {

    private static final int WASH_DAYS = 30;

    private final LedgerPolicy policy;
    private final List<Found> found = new ArrayList<>();
    private final Map<Symbol, List<Purchase>> purchases = new HashMap<>();

    GainsOfSales(LedgerPolicy policy) {
        this.policy = policy;
    }

    private record Purchase(LocalDate date, Quantity quantity) {}

    /** A gain, and what of the same sale was bought within the wash days before it. */
    private record Found(RealisedGain gain, Book.Disposal disposal) {}

    @Override
    public void entered(Entry entry, Valuer valuer) {
        switch (entry.type()) {
            case BUY, REINVESTED_DIVIDEND ->
                purchases
                        .computeIfAbsent(entry.symbol().orElseThrow(), none -> new ArrayList<>())
                        .add(new Purchase(entry.date(), entry.quantity().orElseThrow()));
            default -> {}
        }
    }

    @Override
    public void sold(Book.Disposal disposal, Valuer valuer) {
        Quantity whole = disposal.sold().stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Money rest = disposal.consideration();
        int last = disposal.sold().size() - 1;
        for (int i = 0; i <= last; i++) {
            Lot lot = disposal.sold().get(i);
            Money share = i == last ? rest : share(disposal.consideration(), lot.quantity(), whole);
            rest = rest.minus(share);
            found.add(new Found(gain(disposal, lot, share, valuer), disposal));
        }
    }

    /** In proportion to the units, to the cent; the last lot takes what rounding left. */
    private static Money share(Money whole, Quantity part, Quantity of) {
        BigDecimal share = whole.amount().multiply(part.value()).divide(of.value(), MathContext.DECIMAL128);
        return new Money(share, whole.currency()).rounded();
    }

    private RealisedGain gain(Book.Disposal disposal, Lot lot, Money share, Valuer valuer) {
        Entry entry = disposal.sale();
        LocalDate date = entry.date();
        boolean isCover = disposal.isCover();
        Money proceeds = isCover ? lot.cost() : share;
        Money cost = isCover ? share : lot.cost();
        Money shareInBase = valuer.inBase(share, date);
        Money lotInBase = valuer.cost(lot);
        long days = ChronoUnit.DAYS.between(lot.acquired(), date);
        return new RealisedGain(
                date,
                entry.type(),
                lot.symbol(),
                lot.quantity(),
                lot.acquired(),
                days,
                !isCover && days > policy.longTermDays(),
                proceeds,
                cost,
                proceeds.currency().equals(cost.currency()) ? proceeds.minus(cost) : null,
                isCover ? lotInBase.minus(shareInBase) : shareInBase.minus(lotInBase),
                false);
    }

    /** In the order of the disposals. */
    List<RealisedGain> gains() {
        return found.stream()
                .map(one -> mayBeWashSale(one) ? washed(one.gain()) : one.gain())
                .toList();
    }

    private boolean mayBeWashSale(Found one) {
        RealisedGain gain = one.gain();
        if (one.disposal().isCover() || gain.gain().orElse(gain.gainInBase()).signum() >= 0) {
            return false;
        }
        LocalDate first = gain.date().minusDays(WASH_DAYS);
        LocalDate last = gain.date().plusDays(WASH_DAYS);
        Quantity bought = purchases.getOrDefault(gain.symbol(), List.of()).stream()
                .filter(purchase -> isWithin(purchase.date(), first, last))
                .map(Purchase::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        Quantity soldOfThese = one.disposal().sold().stream()
                .filter(lot -> isWithin(lot.acquired(), first, last))
                .map(Lot::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        return bought.compareTo(soldOfThese) > 0;
    }

    private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static RealisedGain washed(RealisedGain gain) {
        return new RealisedGain(
                gain.date(),
                gain.type(),
                gain.symbol(),
                gain.quantity(),
                gain.acquired(),
                gain.daysHeld(),
                gain.isLongTerm(),
                gain.proceeds(),
                gain.cost(),
                gain.gainOrNull(),
                gain.gainInBase(),
                true);
    }
}
