package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened: the content of a transaction after every check, without when it was recorded. {@link EntryReader} makes
 * it from text.
 *
 * <p>Nothing in it is negative; the type gives the direction. All money in it has one currency, but for an exchange of
 * currencies. Which parts are there depends on the type:
 *
 * <ul>
 *   <li>symbol, quantity and price: trades, and transfers of securities (where the price is the old unit cost, if it is
 *       known); a dividend has a symbol alone; a split, a spin-off and a merger have a symbol and, as quantity, the new
 *       units for each old one
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
        @Nullable ExternalId externalIdOrNull,
        EntryDetails details) {

    /** An entry without anything that only some kinds have. */
    public Entry(
            LocalDate date,
            TransactionType type,
            @Nullable Symbol symbolOrNull,
            @Nullable Quantity quantityOrNull,
            @Nullable Money priceOrNull,
            Money fee,
            Money amount,
            @Nullable ExternalId externalIdOrNull) {
        this(date, type, symbolOrNull, quantityOrNull, priceOrNull, fee, amount, externalIdOrNull, EntryDetails.NONE);
    }

    /** Refuses missing parts, negative money and two currencies, other than in an exchange of currencies. */
    public Entry {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(details, "details");
        if (fee.signum() < 0 || amount.signum() < 0 || (priceOrNull != null && priceOrNull.signum() < 0)) {
            throw new InvalidValueException(
                    "Prices, fees and amounts are never negative: the type gives the direction.");
        }
        if (!fee.currency().equals(amount.currency())
                || isOfAnotherCurrency(priceOrNull, amount)
                || isOfAnotherCurrency(details.tax(), amount)
                || isOfAnotherCurrency(details.cashInLieu(), amount)) {
            throw new InvalidValueException("A transaction has one currency.");
        }
    }

    private static boolean isOfAnotherCurrency(@Nullable Money part, Money amount) {
        return part != null && !part.currency().equals(amount.currency());
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

    /** The day on which cash and securities change hands; the day of the trade where none is stated. */
    public LocalDate settlement() {
        return Objects.requireNonNullElse(details.settlement(), date);
    }

    /** What the instrument becomes, or what is spun off from it. */
    public Optional<Symbol> toSymbol() {
        return Optional.ofNullable(details.toSymbol());
    }

    /** The money that an exchange of currencies brings in. */
    public Optional<Money> toAmount() {
        return Optional.ofNullable(details.toAmount());
    }

    /** The tax that was withheld; zero when there was none. */
    public Money tax() {
        return Objects.requireNonNullElseGet(details.tax(), () -> Money.zero(currency()));
    }

    /** What was paid for the fraction of a unit; zero when there was none. */
    public Money cashInLieu() {
        return Objects.requireNonNullElseGet(details.cashInLieu(), () -> Money.zero(currency()));
    }

    /** The day on which securities were bought: a stated one for a transfer, else the day of the entry. */
    public LocalDate acquired() {
        return Objects.requireNonNullElse(details.acquired(), date);
    }

    /** The day on which what it cost was paid: an earlier one for a transfer that states its old cost and day. */
    public LocalDate paid() {
        return priceOrNull == null ? date : acquired();
    }

    /** The currency of all its money, but for what an exchange of currencies brings in. */
    public Currency currency() {
        return amount.currency();
    }

    /** What it does to the cash in its currency: positive for cash that comes in, zero where none moves. */
    public Money cashEffect() {
        return switch (type) {
            case SELL, SHORT, DIVIDEND, INTEREST, DEPOSIT, TRANSFER_IN ->
                amount.minus(fee).minus(tax());
            case BUY, COVER, FEE, TAX, WITHDRAWAL, TRANSFER_OUT, FX ->
                amount.plus(fee).negated();
            case MERGER, SPLIT, SPIN_OFF -> amount.plus(cashInLieu());
            case REINVESTED_DIVIDEND, SYMBOL_CHANGE -> Money.zero(currency());
        };
    }

    /** What it does to the cash in every currency that it moves. */
    public List<Money> cashEffects() {
        return toAmount().map(bought -> List.of(cashEffect(), bought)).orElseGet(() -> List.of(cashEffect()));
    }

    /**
     * The amount as brokers print it: with its fee for a trade (what was paid, what was received), else the gross
     * amount.
     */
    public Money statedAmount() {
        return switch (type) {
            case BUY, COVER -> amount.plus(fee);
            case SELL, SHORT -> amount.minus(fee);
            default -> amount;
        };
    }

    /** What transferred securities cost by their old unit cost, to the digits of its currency, if that is known. */
    public Optional<Money> statedCost() {
        return price().map(each -> each.times(quantity().orElseThrow().value()).rounded());
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
