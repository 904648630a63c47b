package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transaction: what it does to one account. Positive is a debit (assets and expenses grow), negative a
 * credit (income and what comes from outside).
 *
 * @param account the account
 * @param symbolOrNull the instrument it is about, or null; read it through {@link #symbol()}
 * @param amount the money
 * @param units how many units of the instrument came in, or with a minus went out; zero when none moved
 */
public record Posting(Account account, @Nullable Symbol symbolOrNull, Money amount, BigDecimal units) {

    /** The accounts; each is kept by currency, and {@link #POSITION} and {@link #INCOME} by instrument too. */
    public enum Account {
        /** Money at the broker. */
        CASH,
        /** What was put into an instrument, less what was taken out of it, at the prices of the trades. */
        POSITION,
        /** What was charged, alone or with a trade. */
        FEE,
        /** What was paid or withheld in taxes. */
        TAX,
        /** Dividends and interest. */
        INCOME,
        /** The world outside: deposits, withdrawals, transfers. */
        EXTERNAL,
        /** Where one currency becomes another. */
        EXCHANGE;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** The name in JSON, such as {@code cash}. */
        public String code() {
            return code;
        }

        /**
         * Reads the name that JSON uses.
         *
         * @throws InvalidValueException if there is no such account
         */
        public static Account parse(String code) {
            for (Account account : values()) {
                if (account.code.equals(code)) {
                    return account;
                }
            }
            throw new InvalidValueException("The account is not known.");
        }
    }

    /** Refuses missing parts; equal numbers have one form. */
    public Posting {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(amount, "amount");
        units = units.signum() == 0 ? BigDecimal.ZERO : units.stripTrailingZeros();
    }

    /** The instrument it is about. */
    public Optional<Symbol> symbol() {
        return Optional.ofNullable(symbolOrNull);
    }

    /** What takes it back. */
    Posting negated() {
        return new Posting(account, symbolOrNull, amount.negated(), units.negate());
    }
}
