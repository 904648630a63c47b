package io.quantumleap.security.account;

import io.quantumleap.security.account.port.BreachedPasswords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a new password must be: long enough, and not what a guesser tries first. After NIST SP 800-63B there is no rule about
 * kinds of characters and no expiry.
 */
public final class PasswordRules {

    /** The fewest characters. */
    public static final int SHORTEST = 12;

    /** The most characters. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;

    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba",
            "01234567890123456789",
            "98765432109876543210",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn");

    private final BreachedPasswords breached;

    /** @param breached the passwords that became known elsewhere */
    public PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Everything that is wrong with this password for this user; empty when it may be chosen. */
    public List<PasswordFault> check(Username username, Password password) {
        List<PasswordFault> faults = new ArrayList<>();
        String lower = password.secret().toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            faults.add(PasswordFault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            faults.add(PasswordFault.TOO_LONG);
        }
        if (!isPrintable(password.secret())) {
            faults.add(PasswordFault.UNPRINTABLE);
        }
        if (lower.contains(username.value())) {
            faults.add(PasswordFault.CONTAINS_NAME);
        }
        if (isEasy(lower)) {
            faults.add(PasswordFault.TOO_EASY);
        }
        if (breached.contain(password)) {
            faults.add(PasswordFault.BREACHED);
        }
        return List.copyOf(faults);
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isEasy(String lower) {
        return lower.codePoints().distinct().count() < FEWEST_DIFFERENT
                || CommonPasswords.contain(lower)
                || RUNS.stream().anyMatch(run -> run.contains(lower))
                || isRepeated(lower);
    }

    /** One short piece written several times, such as {@code abcabcabcabc}. */
    private static boolean isRepeated(String text) {
        for (int length = 1; length <= text.length() / 3; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))) {
                return true;
            }
        }
        return false;
    }
}
