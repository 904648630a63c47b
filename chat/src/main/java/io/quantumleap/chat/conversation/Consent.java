package io.quantumleap.chat.conversation;

import java.util.Locale;
import java.util.Set;

/** What a message says about the change that waits. Only a message that is nothing but a yes is one. */
enum Consent {
    GIVEN,
    REFUSED,
    NOT_SPOKEN_OF;

    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "yes please",
            "yes do it",
            "yes do that",
            "confirm",
            "i confirm",
            "confirmed",
            "ok",
            "okay",
            "do it",
            "go ahead",
            "yes go ahead",
            "please do",
            "please do it",
            "yes confirm",
            "ja",
            "oui",
            "si",
            "sì",
            "sí");
    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "no thanks",
            "no thank you",
            "cancel",
            "stop",
            "do not",
            "dont",
            "dont do it",
            "do not do it",
            "no dont",
            "never mind",
            "nevermind",
            "nein",
            "non");

    static Consent in(String message) {
        String words = message.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
        if (YES.contains(words)) {
            return GIVEN;
        }
        return NO.contains(words) ? REFUSED : NOT_SPOKEN_OF;
    }
}
