package io.quantumleap.core.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * One trade was booked by itself. The trades of a file are told by one {@link TransactionsRecorded}.
 *
 * @param portfolio the portfolio
 * @param owner who owns it
 * @param version the version that the trade brought the portfolio to
 * @param transaction the transaction that booked it
 * @param date the day of the trade
 * @param type the type of the transaction, such as {@code buy}
 * @param symbol the instrument
 * @param quantity how many units, positive
 * @param amount the gross money, before the fee, not negative
 * @param currency its ISO 4217 code
 */
public record TradeExecuted(
        UUID portfolio,
        UUID owner,
        long version,
        UUID transaction,
        LocalDate date,
        String type,
        String symbol,
        BigDecimal quantity,
        BigDecimal amount,
        String currency)
        implements LedgerEvent {

    /** Refuses missing parts. */
    public TradeExecuted {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    @Override
    public LocalDate from() {
        return date;
    }
}
