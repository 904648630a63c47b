package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open lots of one instrument. The quantity is always the sum of the lots. */
final class Position {

    private final Symbol symbol;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private Quantity quantity = Quantity.ZERO;
    private @Nullable TradePrice lastTrade;

    Position(Symbol symbol) {
        this.symbol = symbol;
    }

    Symbol symbol() {
        return symbol;
    }

    Quantity quantity() {
        return quantity;
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    Optional<TradePrice> lastTrade() {
        return Optional.ofNullable(lastTrade);
    }

    void open(Entry entry, Money cost) {
        Quantity bought = entry.quantity().orElseThrow();
        lots.addLast(new Lot(symbol, entry.date(), bought, cost));
        quantity = quantity.plus(bought);
        remember(entry);
    }

    /** Takes the oldest lots first, the last of them in part if need be. */
    List<Lot> take(Entry entry) {
        Quantity wanted = entry.quantity().orElseThrow();
        if (wanted.compareTo(quantity) > 0) {
            throw new InvalidValueException(
                    "Only " + quantity + " " + symbol + " are held on " + entry.date() + ", not " + wanted + ".");
        }
        List<Lot> taken = new ArrayList<>();
        Quantity open = wanted;
        while (!open.isZero()) {
            Lot oldest = lots.removeFirst();
            if (oldest.quantity().compareTo(open) > 0) {
                Lot part = part(oldest, open);
                lots.addFirst(new Lot(
                        symbol,
                        oldest.opened(),
                        oldest.quantity().minus(open),
                        oldest.cost().minus(part.cost())));
                oldest = part;
            }
            taken.add(oldest);
            open = open.minus(oldest.quantity());
        }
        quantity = quantity.minus(wanted);
        remember(entry);
        return taken;
    }

    /** The cost of the part is rounded to 34 digits and what is left keeps the rest, so that nothing gets lost. */
    private static Lot part(Lot lot, Quantity quantity) {
        BigDecimal share = lot.cost()
                .amount()
                .multiply(quantity.value())
                .divide(lot.quantity().value(), MathContext.DECIMAL128);
        return new Lot(
                lot.symbol(),
                lot.opened(),
                quantity,
                new Money(share, lot.cost().currency()));
    }

    /** Scales each lot; the last one takes what rounding left, so that the lots add up to the whole. */
    void split(SplitRatio ratio) {
        Quantity whole = ratio.scale(quantity);
        Quantity rest = whole;
        int count = lots.size();
        for (int i = 1; i <= count; i++) {
            Lot lot = lots.removeFirst();
            Quantity scaled = i == count ? rest : smaller(ratio.scale(lot.quantity()), rest);
            lots.addLast(new Lot(symbol, lot.opened(), scaled, lot.cost()));
            rest = rest.minus(scaled);
        }
        quantity = whole;
        if (lastTrade != null) {
            Money price = lastTrade.price();
            lastTrade = new TradePrice(lastTrade.date(), new Money(ratio.scalePrice(price.amount()), price.currency()));
        }
    }

    private static Quantity smaller(Quantity one, Quantity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void remember(Entry entry) {
        entry.price().ifPresent(price -> lastTrade = new TradePrice(entry.date(), price));
    }
}
