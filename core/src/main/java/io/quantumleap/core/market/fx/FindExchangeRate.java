package io.quantumleap.core.market.fx;

import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the exchange rate of a day, with its source and its age. Safe for use by many threads. */
public final class FindExchangeRate {

    private final PriceHistory prices;
    private final StalePrices stalePrices;
    private final Clock clock;

    /** Works through these. */
    public FindExchangeRate(PriceHistory prices, StalePrices stalePrices, Clock clock) {
        this.prices = Objects.requireNonNull(prices, "prices");
        this.stalePrices = Objects.requireNonNull(stalePrices, "stalePrices");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A rate with what vouches for it.
     *
     * @param asOf the day that was asked for
     * @param sources where each leg of the rate is from, in the order of the legs
     * @param stale whether a leg of it is older than prices may be
     */
    public record SourcedRate(CrossRate rate, LocalDate asOf, List<PriceOrigin> sources, boolean stale) {

        /** Copies the list. */
        public SourcedRate {
            Objects.requireNonNull(rate, "rate");
            Objects.requireNonNull(asOf, "asOf");
            sources = List.copyOf(sources);
        }
    }

    /**
     * The rate that holds on a day; empty when no quotations lead from one currency to the other.
     *
     * @param wanted the day, or null for today
     * @throws InvalidValueException if the day is in the future
     */
    public Optional<SourcedRate> find(Currency from, Currency to, @Nullable LocalDate wanted) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = wanted == null ? today : wanted;
        if (day.isAfter(today)) {
            throw new InvalidValueException("The day is after today, " + today + ".");
        }
        Set<Symbol> symbols = CrossRates.symbols(from, to);
        Map<Symbol, Quote> quotes = symbols.isEmpty() ? Map.of() : prices.latest(symbols, day);
        return CrossRates.find(from, to, day, (symbol, onOrBefore) -> Optional.ofNullable(quotes.get(symbol))
                        .map(quote -> new PricePoint(quote.date(), quote.close().amount())))
                .map(rate -> sourced(rate, day));
    }

    private SourcedRate sourced(CrossRate rate, LocalDate day) {
        List<Symbol> symbols = rate.legs().stream().map(CrossRate.Leg::symbol).toList();
        StalePrices.Judge judge = stalePrices.of(symbols);
        List<PriceOrigin> sources = rate.legs().stream()
                .map(leg -> prices.origin(leg.symbol(), leg.date()).orElse(PriceOrigin.IMPORT))
                .toList();
        boolean stale = rate.legs().stream().anyMatch(leg -> judge.isStale(leg.symbol(), leg.date(), day));
        return new SourcedRate(rate, day, sources, stale);
    }
}
