package io.quantumleap.core.market.action;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** Something that a company did to its shares. Market data: a portfolio's own splits and dividends are transactions. */
public sealed interface CorporateAction {

    /** The instrument. */
    Symbol symbol();

    /** The first day on which the shares trade without what the action gave. */
    LocalDate exDate();

    /** Its kind. An instrument has at most one action of a kind on a day. */
    ActionType type();

    /**
     * So many new shares for so many old ones: 2 for 1, or 1 for 10 in a reverse split.
     *
     * @param newShares greater than zero
     * @param oldShares greater than zero
     */
    record Split(Symbol symbol, LocalDate exDate, BigDecimal newShares, BigDecimal oldShares)
            implements CorporateAction {

        /** Refuses a ratio that is none. */
        public Split {
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(exDate, "exDate");
            if (newShares.signum() <= 0 || oldShares.signum() <= 0) {
                throw new InvalidValueException("The shares of a split must be greater than zero.");
            }
        }

        @Override
        public ActionType type() {
            return ActionType.SPLIT;
        }
    }

    /**
     * Cash for each share that was held at the close before the ex-date.
     *
     * @param amount greater than zero, before taxes, as declared
     * @param special whether it is paid out of turn
     */
    record CashDividend(Symbol symbol, LocalDate exDate, Money amount, boolean special) implements CorporateAction {

        /** Refuses an amount that is not greater than zero. */
        public CashDividend {
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(exDate, "exDate");
            if (amount.signum() <= 0) {
                throw new InvalidValueException("A dividend must be greater than zero.");
            }
        }

        @Override
        public ActionType type() {
            return special ? ActionType.SPECIAL_DIVIDEND : ActionType.DIVIDEND;
        }
    }
}
