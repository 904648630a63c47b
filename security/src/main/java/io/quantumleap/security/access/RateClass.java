package io.quantumleap.security.access;

import java.util.Locale;

/** How dear a request is to the server; requests of one kind draw on one allowance. */
public enum RateClass {
    /** Never limited: whoever watches over the server, or verifies its tokens, must always get an answer. */
    EXEMPT,
    /** A file of the web page. */
    PAGE,
    /** Signing in and staying signed in, where guessing must be slow. */
    SIGN_IN,
    /** Looking something up. */
    READ,
    /** Changing something. */
    WRITE,
    /** Reading a whole file, or computing over a whole history. */
    HEAVY,
    /** Asking the assistant, which may cost money. */
    ASSISTANT;

    /** The name in JSON, such as {@code sign_in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
