package io.quantumleap.core.valuation;

import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.fx.CrossRate;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the value of one day stands on. Each rate is judged once, however much it converts. */
final class ProvenanceOfDay {

    private final LocalDate day;
    private final Rates rates;
    private final StalePrices.Judge freshness;
    private final Provenance fresh;
    private final Map<Currency, UsedRate> used = new HashMap<>();
    private boolean carriedForward;
    private int staleHoldings;
    private Money staleValue;

    ProvenanceOfDay(LocalDate day, Rates rates, StalePrices.Judge freshness, Provenance fresh) {
        this.day = day;
        this.rates = rates;
        this.freshness = freshness;
        this.fresh = fresh;
        this.staleValue = fresh.staleValue();
    }

    /** A rate of the day with the currency that it goes through, if it does; one that is missing is of no age. */
    private record UsedRate(
            boolean isCarriedForward,
            boolean isStale,
            @Nullable Currency via) {}

    /** Some of the cash. */
    void cash(Money money) {
        if (converts(money)) {
            UsedRate rate = rate(money.currency());
            carriedForward |= rate.isCarriedForward();
            if (rate.isStale()) {
                add(rates.inBase(money, day));
            }
        }
    }

    /** One of the holdings. */
    void holding(Valuer.Worth worth) {
        Closes.UnitPrice unit = worth.unitPrice();
        boolean isOlder = unit.date().isBefore(day);
        carriedForward |= isOlder;
        boolean isStale = isOlder && freshness.isStale(worth.symbol(), unit.date(), day);
        if (converts(unit.price())) {
            UsedRate rate = rate(unit.price().currency());
            carriedForward |= rate.isCarriedForward();
            isStale |= rate.isStale();
        }
        if (isStale) {
            staleHoldings++;
            add(worth.value());
        }
    }

    private void add(Money worth) {
        staleValue = worth.signum() < 0 ? staleValue.minus(worth) : staleValue.plus(worth);
    }

    private boolean converts(Money money) {
        return money.signum() != 0
                && !money.currency().equals(fresh.staleValue().currency());
    }

    private UsedRate rate(Currency currency) {
        return used.computeIfAbsent(currency, unseen -> rates.rate(currency, day)
                .map(this::judged)
                .orElseGet(() -> new UsedRate(false, false, null)));
    }

    private UsedRate judged(CrossRate rate) {
        boolean isOlder = rate.legs().stream().anyMatch(leg -> leg.date().isBefore(day));
        boolean isStale =
                isOlder && rate.legs().stream().anyMatch(leg -> freshness.isStale(leg.symbol(), leg.date(), day));
        return new UsedRate(isOlder, isStale, rate.pivot());
    }

    /** Whether any price or rate so far is older than the day. */
    boolean isCarriedForward() {
        return carriedForward;
    }

    /** What was gathered; days of which there is nothing to say share one. */
    Provenance provenance() {
        Set<Currency> staleRates = new HashSet<>();
        Map<Currency, Currency> crossRates = new HashMap<>();
        used.forEach((currency, rate) -> {
            if (rate.isStale()) {
                staleRates.add(currency);
            }
            if (rate.via() != null) {
                crossRates.put(currency, rate.via());
            }
        });
        return staleHoldings == 0 && staleRates.isEmpty() && crossRates.isEmpty()
                ? fresh
                : new Provenance(staleHoldings, staleValue, staleRates, crossRates);
    }
}
