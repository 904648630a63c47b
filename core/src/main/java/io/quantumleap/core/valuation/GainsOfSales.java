package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.LedgerPolicy;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.SplitRatio;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells the gain on each lot as a ledger is played. A wash sale is looked for as in section 1091 of the US Internal
 * Revenue Code: a loss with a purchase within 30 days before or after. All units are counted in those after the latest split.
 */
final class GainsOfSales implements Snapshot.Observer {

    private static final int WASH_DAYS = 30;

    /** What rounding at splits may leave of units that are the same. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private final LedgerPolicy policy;
    private final List<Found> found = new ArrayList<>();
    /** Of each instrument the units bought on each day. */
    private final Map<Symbol, NavigableMap<LocalDate, Quantity>> purchases = new HashMap<>();

    private boolean splitWasTold;

    GainsOfSales(LedgerPolicy policy) {
        this.policy = policy;
    }

    /**
     * A gain.
     *
     * @param symbol what the instrument is called now
     * @param wholeSale the units of the same sale that were bought within the wash days before it
     */
    private record Found(RealisedGain gain, Symbol symbol, boolean isCover, Quantity wholeSale) {

        Found split(Symbol ofSplit, SplitRatio ratio) {
            return symbol.equals(ofSplit) ? new Found(gain, symbol, isCover, ratio.scale(wholeSale)) : this;
        }

        Found renamed(Symbol from, Symbol to) {
            return symbol.equals(from) ? new Found(gain, to, isCover, wholeSale) : this;
        }
    }

    @Override
    public void entered(Entry entry, Valuer valuer) {
        switch (entry.type()) {
            case BUY, REINVESTED_DIVIDEND ->
                bought(entry.symbol().orElseThrow())
                        .merge(entry.date(), entry.quantity().orElseThrow(), Quantity::plus);
            case SPLIT -> {
                if (!splitWasTold) {
                    split(entry);
                }
                splitWasTold = false;
            }
            case SYMBOL_CHANGE ->
                rename(entry.symbol().orElseThrow(), entry.toSymbol().orElseThrow());
            default -> {}
        }
    }

    private NavigableMap<LocalDate, Quantity> bought(Symbol symbol) {
        return purchases.computeIfAbsent(symbol, none -> new TreeMap<>());
    }

    private void rename(Symbol from, Symbol to) {
        NavigableMap<LocalDate, Quantity> moved = purchases.remove(from);
        if (moved != null) {
            moved.forEach((date, quantity) -> bought(to).merge(date, quantity, Quantity::plus));
        }
        found.replaceAll(one -> one.renamed(from, to));
    }

    private void split(Entry entry) {
        Symbol symbol = entry.symbol().orElseThrow();
        SplitRatio ratio = SplitRatio.of(entry.quantity().orElseThrow());
        bought(symbol).replaceAll((date, quantity) -> ratio.scale(quantity));
        found.replaceAll(one -> one.split(symbol, ratio));
    }

    @Override
    public void sold(Book.Disposal disposal, Valuer valuer) {
        if (disposal.sale().type() == TransactionType.SPLIT) {
            // Cash for a fraction is told before its split is, but in units after it.
            split(disposal.sale());
            splitWasTold = true;
        }
        Quantity whole = disposal.sold().stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Quantity boughtWithin = boughtWithin(disposal);
        Money rest = disposal.consideration();
        int last = disposal.sold().size() - 1;
        for (int i = 0; i <= last; i++) {
            Lot lot = disposal.sold().get(i);
            Money share = i == last ? rest : share(disposal.consideration(), lot.quantity(), whole);
            rest = rest.minus(share);
            found.add(new Found(gain(disposal, lot, share, valuer), lot.symbol(), disposal.isCover(), boughtWithin));
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
        Map<Symbol, PurchaseTally> bought = new HashMap<>();
        purchases.forEach((symbol, all) -> {
            PurchaseTally tally = bought.computeIfAbsent(symbol, none -> new PurchaseTally());
            all.forEach((date, quantity) -> tally.add(date, quantity.value()));
        });
        return found.stream()
                .map(one -> mayBeWashSale(one, bought) ? washed(one.gain()) : one.gain())
                .toList();
    }

    /** How much of what is sold was itself bought within the wash days; what was transferred in or received was not bought. */
    private Quantity boughtWithin(Book.Disposal disposal) {
        LocalDate date = disposal.sale().date();
        Map<LocalDate, Quantity> sold = new HashMap<>();
        disposal.sold().stream()
                .filter(lot ->
                        lot.acquired().equals(lot.opened()) && isWithin(lot.opened(), date.minusDays(WASH_DAYS), date))
                .forEach(lot -> sold.merge(lot.opened(), lot.quantity(), Quantity::plus));
        Map<LocalDate, Quantity> bought = bought(disposal.sold().get(0).symbol());
        return sold.entrySet().stream()
                .map(day -> smaller(day.getValue(), bought.getOrDefault(day.getKey(), Quantity.ZERO)))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Quantity smaller(Quantity one, Quantity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static boolean mayBeWashSale(Found one, Map<Symbol, PurchaseTally> tallies) {
        RealisedGain gain = one.gain();
        if (one.isCover() || gain.gain().orElse(gain.gainInBase()).signum() >= 0) {
            return false;
        }
        LocalDate first = gain.date().minusDays(WASH_DAYS);
        LocalDate last = gain.date().plusDays(WASH_DAYS);
        BigDecimal bought = Optional.ofNullable(tallies.get(one.symbol()))
                .map(tally -> tally.between(first, last))
                .orElse(BigDecimal.ZERO);
        BigDecimal others = bought.subtract(one.wholeSale().value());
        return others.compareTo(ROUNDING) > 0;
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
