package io.quantumleap.app.config;

import java.util.Locale;
import java.util.Set;

/** Knows a secret that somebody else could guess: a default of some product, a placeholder, or too little of anything. */
final class WeakSecrets {

    private static final int SHORTEST = 12;
    private static final int FEWEST_DIFFERENT_CHARACTERS = 5;
    private static final Set<String> OFTEN_LEFT_AS_THEY_ARE = Set.of(
            "changeme",
            "changeit",
            "changethis",
            "password",
            "postgres",
            "quantumleap",
            "secret",
            "admin",
            "default",
            "example",
            "letmein",
            "qwerty",
            "yourapikey",
            "yourpassword",
            "apikey",
            "test",
            "demo",
            "123456",
            "1234567890");

    private WeakSecrets() {}

    /** Whether it is a well-known default or placeholder, also with digits or signs around it. */
    static boolean isDefault(String secret) {
        String letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String plain = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return OFTEN_LEFT_AS_THEY_ARE.contains(plain) || OFTEN_LEFT_AS_THEY_ARE.contains(letters);
    }

    /** Whether it is too short or too regular for a password that is kept in a file and never typed. */
    static boolean isThin(String secret) {
        return secret.length() < SHORTEST || secret.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS;
    }

    /** How long a password must be. */
    static int shortest() {
        return SHORTEST;
    }
}
