package io.quantumleap.chat.grounding;

import java.util.List;

/** Small numbers as digits or words. */
final class Numerals {

    private static final List<String> WORDS = List.of("zero", "one", "two", "three", "four", "five");

    private Numerals() {}

    static int value(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : Math.max(1, WORDS.indexOf(word));
    }
}
