package io.quantumleap.security.account;

/** More password checks were asked for at once than are allowed to run, so that the rest of the server keeps its processors. */
public final class OverloadedException extends RuntimeException {

    /** Says that the bound was reached. */
    public OverloadedException() {
        super("too many password checks at once");
    }
}
