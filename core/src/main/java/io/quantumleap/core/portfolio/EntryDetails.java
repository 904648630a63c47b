package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only some kinds of transaction have; most have none of it. Read the parts through the methods of {@link Entry}.
 *
 * @param settlement the day on which cash and securities change hands, not before the day of the trade
 * @param toSymbol what a symbol becomes, or what is spun off
 * @param toAmount the money that a currency exchange brings in
 * @param costFraction the share of the cost, 0 to 1, that goes with the new securities
 * @param lots the lots to take, in this order; empty for those that the portfolio's method takes
 * @param tax what was withheld
 * @param acquired the day on which transferred securities were bought
 * @param cashInLieu what was paid for the fraction of a unit
 */
public record EntryDetails(
        @Nullable LocalDate settlement,
        @Nullable Symbol toSymbol,
        @Nullable Money toAmount,
        @Nullable BigDecimal costFraction,
        List<LotName> lots,
        @Nullable Money tax,
        @Nullable LocalDate acquired,
        @Nullable Money cashInLieu) {

    /** Nothing of it. */
    public static final EntryDetails NONE = new EntryDetails(null, null, null, null, List.of(), null, null, null);

    /** Copies the list; refuses negative money and a fraction that is none. */
    public EntryDetails {
        lots = List.copyOf(lots);
        refuseNegative(toAmount);
        refuseNegative(tax);
        refuseNegative(cashInLieu);
        if (costFraction != null) {
            if (costFraction.signum() < 0 || costFraction.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidValueException("A fraction of the cost is between 0 and 1.");
            }
            costFraction = costFraction.stripTrailingZeros();
        }
        tax = zeroIsNone(tax);
        cashInLieu = zeroIsNone(cashInLieu);
    }

    private static void refuseNegative(@Nullable Money money) {
        if (money != null && money.signum() < 0) {
            throw new InvalidValueException("Money in a transaction is never negative: the type gives the direction.");
        }
    }

    private static @Nullable Money zeroIsNone(@Nullable Money money) {
        return money == null || money.signum() == 0 ? null : money;
    }

    /** What it adds to the content of an entry; empty when there is nothing, so that old contents keep their keys. */
    String content() {
        return equals(NONE)
                ? ""
                : "|" + text(settlement) + "|" + text(toSymbol) + "|"
                        + Optional.ofNullable(toAmount)
                                .map(money -> money.amount().toPlainString() + money.currency())
                                .orElse("")
                        + "|"
                        + Optional.ofNullable(costFraction)
                                .map(BigDecimal::toPlainString)
                                .orElse("")
                        + "|" + LotName.text(lots) + "|" + amount(tax) + "|" + text(acquired) + "|"
                        + amount(cashInLieu);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }
}
