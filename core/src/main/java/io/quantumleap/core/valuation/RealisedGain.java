package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gain on one lot, or a part of it, that ended for money.
 *
 * @param date the day on which it ended
 * @param type how: a sale, the cover of a short sale, a merger for cash, cash for a fraction of a unit
 * @param symbol the instrument
 * @param quantity how many units
 * @param acquired the day from which the holding period counts; of a short sale the day of the sale
 * @param daysHeld the days from then to the end
 * @param isLongTerm whether these are more than the portfolio's policy says; never for a short sale
 * @param proceeds what was received, after its share of the fee
 * @param cost what was paid, its share of the fee included
 * @param gainOrNull proceeds less cost, or null when these are in two currencies; read it through {@link #gain()}
 * @param gainInBase the same in the base currency, each side at the rate of its day
 * @param mayBeWashSale whether it is a loss and units of the same instrument were bought within 30 days before or after,
 *     other than those that were sold. The loss is not adjusted.
 */
public record RealisedGain(
        LocalDate date,
        TransactionType type,
        Symbol symbol,
        Quantity quantity,
        LocalDate acquired,
        long daysHeld,
        boolean isLongTerm,
        Money proceeds,
        Money cost,
        @Nullable Money gainOrNull,
        Money gainInBase,
        boolean mayBeWashSale) {

    /** Proceeds less cost; empty when these are in two currencies. */
    public Optional<Money> gain() {
        return Optional.ofNullable(gainOrNull);
    }
}
