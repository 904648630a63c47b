package io.quantumleap.chat.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into the pieces that are checked one by one: sentences, and the lines of lists and tables. */
public final class Sentences {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[.!?][\"')\\]]?)\\s+|\\n+");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|\\W)(?:approx|ca|e\\.g|i\\.e|vs|no|incl|excl|est|avg|max|min|St)\\.$|^\\s*\\d{1,2}\\.$");

    private Sentences() {}

    /** The pieces of a text, each with the white space that follows it, so that joined they are the text again. */
    public static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int end = endOfFirst(text, start);
        while (end >= 0) {
            pieces.add(text.substring(start, end));
            start = end;
            end = endOfFirst(text, start);
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    /**
     * Where the first piece ends that starts at the given place.
     *
     * @return the end, or -1 when the rest of the text may still be growing
     */
    public static int endOfFirst(String text, int start) {
        Matcher boundary = BOUNDARY.matcher(text);
        int from = start;
        while (from < text.length() && boundary.find(from)) {
            if (boundary.end() >= text.length()) {
                return -1;
            }
            if (text.substring(boundary.start(), boundary.end()).contains("\n")
                    || !ABBREVIATION
                            .matcher(text.substring(start, boundary.start()))
                            .find()) {
                return boundary.end();
            }
            from = boundary.end();
        }
        return -1;
    }
}
