package io.quantumleap.security.account;

/** Why a password cannot be chosen. */
public enum PasswordFault {
    /** Fewer than {@link PasswordRules#SHORTEST} characters. */
    TOO_SHORT("too-short", "A password has at least 12 characters."),
    /** More than {@link PasswordRules#LONGEST} characters. */
    TOO_LONG("too-long", "A password has at most 128 characters."),
    /** A control character or half a character, which no keyboard types reliably. */
    UNPRINTABLE("unprintable", "A password has no control characters."),
    /** The user name is in it. */
    CONTAINS_NAME("contains-name", "A password does not contain the user name."),
    /** A few characters over and over, a run along the alphabet or keyboard, or a phrase that everyone tries first. */
    TOO_EASY("too-easy", "This password is among the first that anyone would try."),
    /** It is in the operator's list of passwords that were stolen somewhere. */
    BREACHED(
            "breached",
            "This password became known when some service was broken into; guessers have it in their lists."),
    /** The new password is the old one. */
    UNCHANGED("unchanged", "The new password is the same as the old one.");

    private final String code;
    private final String message;

    PasswordFault(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }

    /** One sentence for people. */
    public String message() {
        return message;
    }
}
