package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;

/** The kinds of transaction, as the transactions file names them in lower case. */
public enum TransactionType {
    /** Securities for cash. */
    BUY,
    /** Cash for securities. */
    SELL,
    /** Cash that a security paid. */
    DIVIDEND,
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

    /** Whether it takes securities away when it names a symbol, so that they must be there. */
    boolean reducesHolding() {
        return this == SELL || this == TRANSFER_OUT;
    }
}
