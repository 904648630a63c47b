package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened: the content of a transaction after every check, without when it was recorded. {@link EntryReader} makes
 * it from text.
 *
 * <p>Nothing in it is negative; the type gives the direction. All money in it has one currency. Which parts are there
 * depends on the type:
 *
 * <ul>
 *   <li>symbol, quantity and price: trades, and transfers of securities (where the price is the old unit cost, if it is
 *       known); a dividend has a symbol alone; a split has a symbol and, as quantity, the new shares for each old one
 *   <li>fee: zero when nothing was charged
 *   <li>amount: the gross money, before the fee; zero where no cash moves
 * </ul>
 *
 * The parts that may be missing are read through {@link #symbol()}, {@link #quantity()}, {@link #price()} and {@link
 * #externalId()}.
 */
public record Entry(
        LocalDate date,
        TransactionType type,
        @Nullable Symbol symbolOrNull,
        @Nullable Quantity quantityOrNull,
        @Nullable Money priceOrNull,
        Money fee,
        Money amount,
        @Nullable ExternalId externalIdOrNull) {

    /** Refuses missing parts, negative money and two currencies. */
    public Entry {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(type, "type");
        if (fee.signum() < 0 || amount.signum() < 0 || (priceOrNull != null && priceOrNull.signum() < 0)) {
            throw new InvalidValueException(
                    "Prices, fees and amounts are never negative: the type gives the direction.");
        }
        if (!fee.currency().equals(amount.currency())
                || (priceOrNull != null && !priceOrNull.currency().equals(amount.currency()))) {
            throw new InvalidValueException("A transaction has one currency.");
        }
    }

    /** The instrument, where there is one. */
    public Optional<Symbol> symbol() {
        return Optional.ofNullable(symbolOrNull);
    }

    /** The number of units, or the ratio of a split. */
    public Optional<Quantity> quantity() {
        return Optional.ofNullable(quantityOrNull);
    }

    /** The price of one unit, every digit of it. */
    public Optional<Money> price() {
        return Optional.ofNullable(priceOrNull);
    }

    /** The name that another system gave it. */
    public Optional<ExternalId> externalId() {
        return Optional.ofNullable(externalIdOrNull);
    }

    /** The currency of all its money. */
    public Currency currency() {
        return amount.currency();
    }

    /** What it does to the cash in its currency: positive for cash that comes in, zero where none moves. */
    public Money cashEffect() {
        return switch (type) {
            case SELL, DIVIDEND, INTEREST, DEPOSIT, TRANSFER_IN -> amount.minus(fee);
            case BUY, FEE, TAX, WITHDRAWAL, TRANSFER_OUT -> amount.plus(fee).negated();
            case SPLIT -> Money.zero(currency());
        };
    }

    /**
     * The amount as brokers print it: with its fee for a trade (what was paid, what was received), else the gross
     * amount.
     */
    public Money statedAmount() {
        return switch (type) {
            case BUY -> amount.plus(fee);
            case SELL -> amount.minus(fee);
            default -> amount;
        };
    }

    /** Whether it moves securities, not cash, across the border of the portfolio. */
    public boolean transfersSecurities() {
        return (type == TransactionType.TRANSFER_IN || type == TransactionType.TRANSFER_OUT) && symbolOrNull != null;
    }

    /** The external flow in cash: positive in, negative out, zero for what happens inside the portfolio. */
    public Money cashFlow() {
        return switch (type) {
            case DEPOSIT, WITHDRAWAL, TRANSFER_IN, TRANSFER_OUT -> cashEffect();
            default -> Money.zero(currency());
        };
    }
}
