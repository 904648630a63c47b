package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Converts money into the base currency with the exchange rates of the price history: the latest one on or before the
 * day, as quoted ({@code GBP/EUR}) or the other way round ({@code EUR/GBP}), whichever is younger. No third currency is
 * gone through.
 */
final class Rates {

    /** Converted amounts keep so many decimals: far below any currency's smallest unit. */
    private static final int DECIMALS = 10;

    private final Currency base;
    private final Map<Symbol, PriceSeries> series;
    private final MissingPrices missing;

    Rates(Currency base, Map<Symbol, PriceSeries> series, MissingPrices missing) {
        this.base = base;
        this.series = Map.copyOf(series);
        this.missing = missing;
    }

    /** The symbols whose prices convert these currencies. */
    static Set<Symbol> symbols(Currency base, Collection<Currency> currencies) {
        Set<Symbol> symbols = new TreeSet<>();
        for (Currency currency : currencies) {
            if (!currency.equals(base)) {
                symbols.add(Symbol.rate(currency, base));
                symbols.add(Symbol.rate(base, currency));
            }
        }
        return symbols;
    }

    /** The money in base currency; nothing, and a note of what is missing, when there is no rate. */
    Money inBase(Money money, LocalDate day) {
        if (money.currency().equals(base)) {
            return money;
        }
        if (money.signum() == 0) {
            return Money.zero(base);
        }
        Optional<Rate> rate = rate(money.currency(), day);
        if (rate.isEmpty()) {
            missing.add(Symbol.rate(money.currency(), base), day, true);
            return Money.zero(base);
        }
        BigDecimal converted = money.amount().multiply(rate.get().factor());
        return new Money(converted.setScale(DECIMALS, RoundingMode.HALF_EVEN), base);
    }

    /** Whether the rate that converts this money is older than the day. */
    boolean isCarriedForward(Money money, LocalDate day) {
        return !money.currency().equals(base)
                && money.signum() != 0
                && rate(money.currency(), day)
                        .filter(rate -> rate.date().isBefore(day))
                        .isPresent();
    }

    private record Rate(LocalDate date, BigDecimal factor) {}

    private Optional<Rate> rate(Currency currency, LocalDate day) {
        Optional<Rate> direct =
                quote(Symbol.rate(currency, base), day).map(point -> new Rate(point.date(), point.close()));
        Optional<Rate> inverse = quote(Symbol.rate(base, currency), day)
                .map(point -> new Rate(point.date(), BigDecimal.ONE.divide(point.close(), MathContext.DECIMAL128)));
        if (direct.isEmpty() || inverse.isEmpty()) {
            return direct.or(() -> inverse);
        }
        return inverse.get().date().isAfter(direct.get().date()) ? inverse : direct;
    }

    private Optional<PricePoint> quote(Symbol symbol, LocalDate day) {
        return Optional.ofNullable(series.get(symbol)).flatMap(quotes -> quotes.onOrBefore(day));
    }
}
