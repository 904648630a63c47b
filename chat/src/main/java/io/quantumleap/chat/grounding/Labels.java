package io.quantumleap.chat.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the parts that a text names. */
final class Labels {

    private static final Pattern MONTH_BEFORE = Pattern.compile(
            "(?i)\\b(?:jan\\w*|feb\\w*|mar(?:ch)?|apr\\w*|may|june?|july?|aug\\w*|sept?\\w*|oct\\w*|nov\\w*|dec\\w*|q[1-4])\\.?,? (?:of )?$");

    private Labels() {}

    /** The parts, in the order of the text, each once. */
    static List<String> in(Evidence evidence, String text) {
        return List.copyOf(new LinkedHashSet<>(places(evidence, text).values()));
    }

    /** Where the parts are named. Of names that overlap the longest counts; a year inside a date is none. */
    static NavigableMap<Integer, String> places(Evidence evidence, String text) {
        NavigableMap<Integer, String> found = new TreeMap<>();
        List<String> longestFirst = new ArrayList<>(evidence.labels());
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        for (String label : longestFirst) {
            int at = text.indexOf(label);
            while (at >= 0) {
                int end = at + label.length();
                if (Words.standsAlone(text, at, end) && !isInsideDate(text, at, end) && !overlaps(found, at, end)) {
                    found.put(at, label);
                }
                at = text.indexOf(label, at + 1);
            }
        }
        return found;
    }

    private static boolean isInsideDate(String text, int start, int end) {
        boolean isYear = end - start == 4 && text.substring(start, end).chars().allMatch(Character::isDigit);
        boolean ofMonth = isYear
                && MONTH_BEFORE
                        .matcher(text.substring(Math.max(0, start - 14), start))
                        .find();
        return ofMonth
                || (end + 1 < text.length() && text.charAt(end) == '-' && Character.isDigit(text.charAt(end + 1)));
    }

    private static boolean overlaps(NavigableMap<Integer, String> found, int start, int end) {
        var before = found.lowerEntry(end);
        return before != null && before.getKey() + before.getValue().length() > start;
    }
}
