package io.quantumleap.core.shared;

/** Marks the rules that land with the next commits; gone with them. */
public final class Pending {

    private Pending() {}

    /** Says that the rules are not there yet. */
    public static UnsupportedOperationException rules() {
        return new UnsupportedOperationException("The rules follow.");
    }
}
