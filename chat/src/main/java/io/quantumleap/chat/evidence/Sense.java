package io.quantumleap.chat.evidence;

/** What the sign of a figure says. */
public enum Sense {
    /** A size: a value, a weight, a fee, a drawdown. Its sign, if any, is a convention. */
    SIZE,
    /** A change: a return, a gain. A minus sign means a loss, so no answer may drop it. */
    CHANGE
}
