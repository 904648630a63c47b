package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds gains up by currency and by year. Not safe for use by many threads. */
final class GainTotals {

    private final Currency base;
    private final Sum whole;
    private final Map<Integer, Sum> years = new TreeMap<>();
    private int mayBeWashSales;

    GainTotals(Currency base) {
        this.base = base;
        this.whole = new Sum(base);
    }

    /** What some of the gains add up to. */
    private static final class Sum {

        private final Map<String, GainsView.Total> totals = new TreeMap<>();
        private Money inBase;

        Sum(Currency base) {
            inBase = Money.zero(base);
        }

        void add(RealisedGain gain) {
            inBase = inBase.plus(gain.gainInBase());
            gain.gain()
                    .ifPresent(money -> totals.merge(
                            money.currency().getCurrencyCode(),
                            GainsView.Total.none(money.currency()).plus(gain, money),
                            (sum, one) -> sum.plus(gain, money)));
        }

        List<GainsView.Total> totals() {
            return List.copyOf(totals.values());
        }
    }

    void add(RealisedGain gain) {
        whole.add(gain);
        years.computeIfAbsent(gain.date().getYear(), none -> new Sum(base)).add(gain);
        mayBeWashSales += gain.mayBeWashSale() ? 1 : 0;
    }

    Money inBase() {
        return whole.inBase;
    }

    List<GainsView.Total> totals() {
        return whole.totals();
    }

    List<GainsView.Year> years() {
        return years.entrySet().stream()
                .map(year -> new GainsView.Year(year.getKey(), year.getValue().totals(), year.getValue().inBase))
                .toList();
    }

    int mayBeWashSales() {
        return mayBeWashSales;
    }
}
