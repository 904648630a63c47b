package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;

/**
 * The return of something priced in another currency, taken apart: (1 + base) = (1 + local)(1 + currency) (Bacon, 2nd ed.,
 * chapter 3). All are compound returns over the same periods.
 *
 * @param local in the currency that it is priced in
 * @param currency of that currency in the base currency
 * @param base in the base currency
 */
public record CurrencyReturn(Measure local, Measure currency, Measure base) {

    /**
     * The parts of one or more periods.
     *
     * @param local the returns in local currency
     * @param currency the returns of the exchange rate, quoted as base currency per unit of local currency
     * @throws IllegalArgumentException if the lengths differ
     */
    public static CurrencyReturn of(double[] local, double[] currency) {
        Observations.requireSameLength(local, currency);
        double[] base = new double[local.length];
        for (int i = 0; i < base.length; i++) {
            base[i] = local[i] + currency[i] + local[i] * currency[i];
        }
        return new CurrencyReturn(Returns.cumulative(local), Returns.cumulative(currency), Returns.cumulative(base));
    }

    /** What the exchange rate added: base less local. It is the currency's return on everything that was there at the end. */
    public Measure currencyEffect() {
        if (!(local instanceof Measure.Value own)) {
            return local;
        }
        return base.map(total -> total - own.number());
    }
}
