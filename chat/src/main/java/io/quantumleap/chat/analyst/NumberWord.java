package io.quantumleap.chat.analyst;

import java.util.List;

/** Small numbers as digits or words. */
final class NumberWord {

    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private NumberWord() {}

    /** The number; 1 for "a", "an" and what is no number. */
    static int value(String word) {
        if (word.matches("\\d{1,4}")) {
            return Integer.parseInt(word);
        }
        int index = WORDS.indexOf(word);
        return index < 0 ? 1 : index;
    }
}
