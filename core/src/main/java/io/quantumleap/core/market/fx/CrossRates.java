package io.quantumleap.core.market.fx;

import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.fx.CrossRate.Leg;
import io.quantumleap.core.market.fx.CrossRate.Path;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the rate between two currencies in quotations such as {@code GBP/EUR}: as quoted or the other way round, the younger
 * of the two; or else, and only when there is neither, through a third currency, which is the euro or the US dollar,
 * whichever path has the younger oldest leg, and the euro when they are equal. Decimal arithmetic to 34 digits, no binary
 * floating point. Without state.
 */
public final class CrossRates {

    /** The currencies to go through, the first one preferred. */
    public static final List<Currency> PIVOTS = List.of(Currency.getInstance("EUR"), Currency.getInstance("USD"));

    private CrossRates() {}

    /** Knows quotations. */
    @FunctionalInterface
    public interface Quotations {

        /** The latest quotation that is not after the day. */
        Optional<PricePoint> onOrBefore(Symbol symbol, LocalDate day);
    }

    /** The symbols whose quotations may be needed between two currencies. */
    public static Set<Symbol> symbols(Currency from, Currency to) {
        Set<Symbol> symbols = new TreeSet<>();
        if (!from.equals(to)) {
            addBoth(symbols, from, to);
            for (Currency pivot : PIVOTS) {
                if (!pivot.equals(from) && !pivot.equals(to)) {
                    addBoth(symbols, from, pivot);
                    addBoth(symbols, pivot, to);
                }
            }
        }
        return symbols;
    }

    private static void addBoth(Set<Symbol> symbols, Currency one, Currency other) {
        symbols.add(Symbol.rate(one, other));
        symbols.add(Symbol.rate(other, one));
    }

    /** The rate that holds on a day; empty when no path leads from one currency to the other. */
    public static Optional<CrossRate> find(Currency from, Currency to, LocalDate day, Quotations quotations) {
        if (from.equals(to)) {
            return Optional.of(new CrossRate(from, to, BigDecimal.ONE, Path.IDENTITY, null, List.of()));
        }
        return leg(from, to, day, quotations)
                .map(leg -> new CrossRate(
                        from, to, leg.factor(), leg.inverted() ? Path.INVERSE : Path.DIRECT, null, List.of(leg)))
                .or(() -> triangulated(from, to, day, quotations));
    }

    private static Optional<Leg> leg(Currency from, Currency to, LocalDate day, Quotations quotations) {
        Symbol asIs = Symbol.rate(from, to);
        Symbol reversed = Symbol.rate(to, from);
        Optional<Leg> direct =
                quotations.onOrBefore(asIs, day).map(point -> new Leg(asIs, point.date(), point.close(), false));
        Optional<Leg> inverse =
                quotations.onOrBefore(reversed, day).map(point -> new Leg(reversed, point.date(), point.close(), true));
        if (direct.isEmpty() || inverse.isEmpty()) {
            return direct.or(() -> inverse);
        }
        return inverse.get().date().isAfter(direct.get().date()) ? inverse : direct;
    }

    private static Optional<CrossRate> triangulated(Currency from, Currency to, LocalDate day, Quotations quotations) {
        Optional<CrossRate> best = Optional.empty();
        for (Currency pivot : PIVOTS) {
            Optional<CrossRate> through = through(pivot, from, to, day, quotations);
            if (through.isPresent() && (best.isEmpty() || isYounger(through.get(), best.get()))) {
                best = through;
            }
        }
        return best;
    }

    private static boolean isYounger(CrossRate one, CrossRate other) {
        return one.date().orElseThrow().isAfter(other.date().orElseThrow());
    }

    private static Optional<CrossRate> through(
            Currency pivot, Currency from, Currency to, LocalDate day, Quotations quotations) {
        if (pivot.equals(from) || pivot.equals(to)) {
            return Optional.empty();
        }
        Optional<Leg> first = leg(from, pivot, day, quotations);
        Optional<Leg> second = leg(pivot, to, day, quotations);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal rate = first.get().factor().multiply(second.get().factor(), MathContext.DECIMAL128);
        return Optional.of(new CrossRate(from, to, rate, Path.TRIANGULATED, pivot, List.of(first.get(), second.get())));
    }
}
