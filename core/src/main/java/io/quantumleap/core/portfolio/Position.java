package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open lots of one instrument, all of them owned or all of them owed. The quantity is always the sum of the lots. */
final class Position {

    /** So many digits of a cost are beyond the reach of what rounding to 34 leaves. */
    private static final int SURE_DIGITS = 25;

    private final Symbol symbol;
    private final LotMethod method;
    private final boolean keepsLots;
    private final List<Lot> lots = new ArrayList<>();
    private final Map<Currency, Pool> pools = new HashMap<>();
    private Quantity quantity = Quantity.ZERO;
    private @Nullable TradePrice lastTrade;

    /** @param keepsLots whether lots stay apart; otherwise all units are one lot without a meaning */
    Position(Symbol symbol, LotMethod method, boolean keepsLots) {
        this.symbol = symbol;
        this.method = method;
        this.keepsLots = keepsLots;
    }

    /** What all units that were paid in one currency cost together, for the average. */
    private static final class Pool {

        private Quantity quantity = Quantity.ZERO;
        private Money cost;

        Pool(Currency currency) {
            this.cost = Money.zero(currency);
        }

        void add(Quantity more, Money moreCost) {
            quantity = quantity.plus(more);
            cost = cost.plus(moreCost);
        }

        /** The last one to take gets what rounding left. */
        Money take(Quantity some) {
            Money share = some.equals(quantity) ? cost : Lot.share(cost, some.value(), quantity.value());
            quantity = quantity.minus(some);
            cost = cost.minus(share);
            return share;
        }
    }

    Symbol symbol() {
        return symbol;
    }

    Quantity quantity() {
        return quantity;
    }

    boolean isEmpty() {
        return quantity.isZero();
    }

    boolean isShort() {
        return !isEmpty() && lots.get(0).isShort();
    }

    boolean isLong() {
        return !isEmpty() && !lots.get(0).isShort();
    }

    /** By the day of acquisition, and on one day as they were opened. */
    List<Lot> lots() {
        if (method != LotMethod.AVERAGE_COST) {
            return List.copyOf(lots);
        }
        Map<Currency, Pool> left = new HashMap<>();
        pools.forEach((currency, pool) -> pool(left, currency).add(pool.quantity, pool.cost));
        return lots.stream()
                .map(lot -> lot.with(
                        lot.quantity(), pool(left, lot.cost().currency()).take(lot.quantity())))
                .toList();
    }

    Optional<TradePrice> lastTrade() {
        return Optional.ofNullable(lastTrade);
    }

    void open(Lot lot) {
        if (!keepsLots && !lots.isEmpty()) {
            Lot whole = lots.get(0);
            quantity = quantity.plus(lot.quantity());
            lots.set(0, whole.with(quantity, whole.cost()));
            return;
        }
        int place = lots.size();
        while (place > 0 && lots.get(place - 1).acquired().isAfter(lot.acquired())) {
            place--;
        }
        lots.add(place, lot);
        quantity = quantity.plus(lot.quantity());
        if (method == LotMethod.AVERAGE_COST) {
            pool(pools, lot.cost().currency()).add(lot.quantity(), lot.cost());
        }
    }

    private static Pool pool(Map<Currency, Pool> pools, Currency currency) {
        return pools.computeIfAbsent(currency, Pool::new);
    }

    /** How much there is in the lots of these names. */
    Quantity named(List<LotName> names) {
        Quantity sum = Quantity.ZERO;
        for (Lot lot : lots) {
            if (names.stream().anyMatch(name -> name.matches(lot))) {
                sum = sum.plus(lot.quantity());
            }
        }
        return sum;
    }

    /**
     * Takes the lots that are named, in the order of the names, or those that the method takes; the last of them in part
     * if need be. So much must be there.
     */
    List<Lot> take(Quantity wanted, List<LotName> names) {
        List<Lot> taken = new ArrayList<>();
        Quantity open = wanted;
        while (!open.isZero()) {
            int index = next(names);
            Lot lot = lots.get(index);
            if (lot.quantity().compareTo(open) > 0) {
                Money cost = lot.shareOfCost(open.value(), lot.quantity().value());
                lots.set(index, lot.with(lot.quantity().minus(open), lot.cost().minus(cost)));
                lot = lot.with(open, cost);
            } else {
                lots.remove(index);
            }
            open = open.minus(lot.quantity());
            taken.add(averaged(lot));
        }
        quantity = quantity.minus(wanted);
        return taken;
    }

    private Lot averaged(Lot taken) {
        return method == LotMethod.AVERAGE_COST
                ? taken.with(
                        taken.quantity(), pool(pools, taken.cost().currency()).take(taken.quantity()))
                : taken;
    }

    private int next(List<LotName> names) {
        if (method != LotMethod.AVERAGE_COST) {
            for (LotName name : names) {
                for (int i = 0; i < lots.size(); i++) {
                    if (name.matches(lots.get(i))) {
                        return i;
                    }
                }
            }
        }
        return switch (method) {
            case FIFO, AVERAGE_COST, SPECIFIC_LOT -> 0;
            case LIFO -> lots.size() - 1;
            case HIGHEST_COST -> costliest();
        };
    }

    private int costliest() {
        int best = 0;
        for (int i = 1; i < lots.size(); i++) {
            if (isCostlier(lots.get(i), lots.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /** Compares cost / quantity without dividing; what differs by the rounding of a share of the cost alone is equal. */
    private static boolean isCostlier(Lot one, Lot other) {
        int currencies = one.cost()
                .currency()
                .getCurrencyCode()
                .compareTo(other.cost().currency().getCurrencyCode());
        if (currencies != 0) {
            return currencies < 0;
        }
        BigDecimal mine = one.cost().amount().multiply(other.quantity().value());
        BigDecimal others = other.cost().amount().multiply(one.quantity().value());
        return mine.subtract(others).compareTo(others.scaleByPowerOfTen(-SURE_DIGITS)) > 0;
    }

    /** Takes everything out. */
    List<Lot> takeAll() {
        List<Lot> all = lots();
        lots.clear();
        pools.clear();
        quantity = Quantity.ZERO;
        return all;
    }

    /** What each lot becomes; the last one takes what rounding left, so that the lots add up to the whole. */
    static List<Quantity> scaled(List<Lot> lots, SplitRatio ratio) {
        Quantity sum = lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Quantity rest = ratio.scale(sum);
        List<Quantity> scaled = new ArrayList<>(lots.size());
        for (int i = 0; i < lots.size(); i++) {
            boolean isLast = i == lots.size() - 1;
            Quantity one = isLast ? rest : smaller(ratio.scale(lots.get(i).quantity()), rest);
            scaled.add(one);
            rest = rest.minus(one);
        }
        return scaled;
    }

    private static Quantity smaller(Quantity one, Quantity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    void split(SplitRatio ratio) {
        List<Lot> old = takeAll();
        List<Quantity> scaled = scaled(old, ratio);
        for (int i = 0; i < old.size(); i++) {
            open(old.get(i).with(scaled.get(i), old.get(i).cost()));
        }
        if (lastTrade != null) {
            Money price = lastTrade.price();
            lastTrade = new TradePrice(lastTrade.date(), new Money(ratio.scalePrice(price.amount()), price.currency()));
        }
    }

    /** What is more than whole units. */
    static Quantity fraction(Quantity quantity) {
        return new Quantity(quantity.value().subtract(quantity.value().setScale(0, RoundingMode.DOWN)));
    }

    void remember(@Nullable TradePrice trade) {
        lastTrade = trade == null ? lastTrade : trade;
    }

    BookState.OfInstrument state() {
        return new BookState.OfInstrument(symbol, lots(), lastTrade);
    }
}
