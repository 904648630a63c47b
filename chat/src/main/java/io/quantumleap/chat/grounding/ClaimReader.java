package io.quantumleap.chat.grounding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds every figure that a text states: dates, percentages, money, numbers, number words before a unit. */
final class ClaimReader {

    private ClaimReader() {}

    /** A text in its folded spelling and the claims in it, in the order of the text. */
    record Reading(String folded, List<Claim> claims) {

        Reading {
            claims = List.copyOf(claims);
        }
    }

    /**
     * Reads a text.
     *
     * @param names names that may hold digits, such as FTSE100; they are no figures
     */
    static Reading read(String text, Collection<String> names) {
        String folded = NumberWords.toDigits(Folding.fold(text));
        StringBuilder buffer = new StringBuilder(folded);
        blankNames(buffer, names);
        List<Claim> claims = new ArrayList<>(DateReader.readAndBlank(buffer));
        claims.addAll(NumberReader.read(buffer));
        claims.sort(Comparator.comparingInt(Claim::start));
        return new Reading(folded, claims);
    }

    private static void blankNames(StringBuilder buffer, Collection<String> names) {
        String lower = buffer.toString().toLowerCase(Locale.ROOT);
        if (lower.length() != buffer.length()) {
            return;
        }
        for (String name : names) {
            String wanted = Folding.fold(name).toLowerCase(Locale.ROOT);
            int at = lower.indexOf(wanted);
            while (at >= 0) {
                if (Words.standsAlone(lower, at, at + wanted.length())) {
                    Blank.out(buffer, at, at + wanted.length());
                }
                at = lower.indexOf(wanted, at + wanted.length());
            }
        }
    }
}
