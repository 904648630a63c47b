package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;

/** The kinds of transaction, as the transactions file names them in lower case. */
public enum TransactionType {
    /** Securities for cash. */
    BUY,
    /** Cash for securities. */
    SELL,
    /** Securities that are not held, for cash: they are owed from then on. */
    SHORT,
    /** Cash for securities that were owed. */
    COVER,
    /** Cash that a security paid. */
    DIVIDEND,
    /** A payment of a security in more of it instead of cash. */
    REINVESTED_DIVIDEND,
    /** Cash that was earned on cash or on a bond. */
    INTEREST,
    /** A charge that is not part of a trade. */
    FEE,
    /** A tax that was paid. */
    TAX,
    /** Cash from outside. */
    DEPOSIT,
    /** Cash to the outside. */
    WITHDRAWAL,
    /** Each old share becomes several new ones, or a part of one. */
    SPLIT,
    /** Holders of one security receive another one, and part of the cost goes with it. */
    SPIN_OFF,
    /** A security becomes another one, cash, or both. */
    MERGER,
    /** A security goes on under another symbol. */
    SYMBOL_CHANGE,
    /** One currency for another. */
    FX,
    /** Cash or securities that come from another account. */
    TRANSFER_IN,
    /** Cash or securities that go to another account. */
    TRANSFER_OUT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in files and in JSON, such as {@code transfer_in}. */
    public String code() {
        return code;
    }

    /**
     * Reads the name that files and JSON use.
     *
     * @throws InvalidValueException if there is no such type
     */
    public static TransactionType parse(String code) {
        for (TransactionType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new InvalidValueException("The transaction type is not known.");
    }

    /** Whether it moves units or lots of the instrument that it names; a transfer does when it names one. */
    public boolean movesSecurities() {
        return switch (this) {
            case BUY,
                    SELL,
                    SHORT,
                    COVER,
                    REINVESTED_DIVIDEND,
                    SPLIT,
                    SPIN_OFF,
                    MERGER,
                    SYMBOL_CHANGE,
                    TRANSFER_IN,
                    TRANSFER_OUT -> true;
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, FX -> false;
        };
    }
}
