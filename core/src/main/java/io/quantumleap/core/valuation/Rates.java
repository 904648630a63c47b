package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.fx.CrossRate;
import io.quantumleap.core.market.fx.CrossRates;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Converts money into the base currency with the exchange rates of the price history: the latest one on or before the
 * day, as quoted ({@code GBP/EUR}) or the other way round ({@code EUR/GBP}), whichever is younger, or else through the euro or
 * the US dollar. Not safe for use by many threads.
 */
final class Rates {

    /** Converted amounts keep so many decimals: far below any currency's smallest unit. */
    private static final int DECIMALS = 10;

    private final Currency base;
    private final Map<Symbol, PriceSeries> series;
    private final MissingPrices missing;
    private final Map<Currency, Map<LocalDate, Optional<CrossRate>>> found = new HashMap<>();

    Rates(Currency base, Map<Symbol, PriceSeries> series, MissingPrices missing) {
        this.base = base;
        this.series = Map.copyOf(series);
        this.missing = missing;
    }

    /** The symbols whose prices convert these currencies. */
    static Set<Symbol> symbols(Currency base, Collection<Currency> currencies) {
        Set<Symbol> symbols = new TreeSet<>();
        for (Currency currency : currencies) {
            symbols.addAll(CrossRates.symbols(currency, base));
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
        Optional<CrossRate> rate = rate(money.currency(), day);
        if (rate.isEmpty()) {
            missing.add(Symbol.rate(money.currency(), base), day, true);
            return Money.zero(base);
        }
        BigDecimal converted = money.amount().multiply(rate.get().rate());
        return new Money(converted.setScale(DECIMALS, RoundingMode.HALF_EVEN), base);
    }

    /** The money in base currency at the rate of the {@linkplain #dayOfRate day on which it was paid}, as far as there is one. */
    Money inBase(Money money, LocalDate paid, LocalDate cameIn) {
        return inBase(money, dayOfRate(money, paid, cameIn));
    }

    /**
     * The day whose rate converts an old cost: the one on which it was paid. That may have been long before the portfolio, where nobody
     * has rates: then that on which it came in.
     */
    LocalDate dayOfRate(Money money, LocalDate paid, LocalDate cameIn) {
        return paid.equals(cameIn)
                        || money.currency().equals(base)
                        || money.signum() == 0
                        || rate(money.currency(), paid).isPresent()
                ? paid
                : cameIn;
    }

    /** The rate that converts this money, if it is needed and there is one. */
    Optional<CrossRate> converting(Money money, LocalDate day) {
        return money.currency().equals(base) || money.signum() == 0 ? Optional.empty() : rate(money.currency(), day);
    }

    /**
     * What one unit of a currency costs in the base currency. Each rate is looked for once: a day's holdings, lots and cash ask for the
     * same few again and again.
     */
    Optional<CrossRate> rate(Currency currency, LocalDate day) {
        return found.computeIfAbsent(currency, unseen -> new HashMap<>())
                .computeIfAbsent(day, unseen -> CrossRates.find(currency, base, day, this::quote));
    }

    private Optional<PricePoint> quote(Symbol symbol, LocalDate day) {
        return Optional.ofNullable(series.get(symbol)).flatMap(quotes -> quotes.onOrBefore(day));
    }
}
