package io.quantumleap.app.config;

import java.util.Locale;

/** The classes of fault that a configuration can have. In production mode each of them stops the start. */
public enum FaultClass {
    /** A secret that is a well-known default, a placeholder, too short or too regular. */
    WEAK_SECRET(false, "a default, placeholder, short or guessable secret"),
    /** A value without which nothing works. */
    MISSING_VALUE(true, "a required value is missing"),
    /** A database, issuer, key set or model endpoint on another machine that is reached without encryption. */
    PLAIN_TEXT_URL(false, "a database, issuer or provider that is reached without encryption"),
    /** An origin that is not exact or not https, or a cookie that is sent without TLS. */
    PERMISSIVE_BROWSER(false, "cross-origin access or a cookie that is too permissive"),
    /** Something that is for development alone, such as a debugger's port or the embedded database. */
    DEVELOPMENT_ONLY(false, "debug, demo or development equipment in production"),
    /** A name that no setting has, or a value that does not have the form that its setting asks for. */
    UNKNOWN_OR_MALFORMED(true, "an unknown name or a malformed value"),
    /** A file for a secret that cannot be read, or that everybody on the machine can read. */
    UNSAFE_SECRET_FILE(false, "a secret's file that is unreadable or readable by everybody");

    private final boolean alwaysFatal;
    private final String meaning;

    FaultClass(boolean alwaysFatal, String meaning) {
        this.alwaysFatal = alwaysFatal;
        this.meaning = meaning;
    }

    /** The stable name, such as {@code weak-secret}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it covers, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Whether the server cannot run with it in development mode either. */
    boolean isAlwaysFatal() {
        return alwaysFatal;
    }
}
