package io.quantumleap.chat.grounding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns number words that stand before a unit into digits, so that "twelve per cent" is read as "12 per cent". Words
 * without a unit ("one of them", "two things") are no figures and stay.
 */
final class NumberWords {

    private static final List<String> UP_TO_NINETEEN = Arrays.asList(
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
            "nineteen");
    private static final List<String> TENS =
            Arrays.asList("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final String WORD =
            "(?:" + String.join("|", UP_TO_NINETEEN) + "|" + String.join("|", TENS.subList(2, 10)) + "|hundred)";
    private static final String UNIT =
            "(?:%|per ?cent|percent|percentage|basis|thousand|million|billion|dollars?|euros?"
                    + "|pounds?|yen|francs?|rupees?|cents|years?|months?|weeks?|(?:calendar |trading )?days?|quarters?"
                    + "|holdings?|positions?|shares?|stocks?|units?|transactions?|trades?|drawdowns?|points?|portfolios?|times"
                    + "|deposits?|withdrawals?|dividends?|instruments?|funds?)";
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?<words>" + WORD + "(?:[ -](?:and )?" + WORD + ")*)(?: point (?<decimal>" + WORD + "))?(?=[ -]" + UNIT
                    + "(?![\\p{L}]))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION = Pattern.compile(
            "\\b(?<fraction>half|(?:a|one)[ -]third|two[ -]thirds|(?:a|one)[ -]quarter|three[ -]quarters|(?:a|one)[ -]fifth"
                    + "|(?:a|one)[ -]tenth)(?= (?:of|the|your|its)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> FRACTIONS = Map.of(
            "half",
            "50",
            "third",
            "33",
            "thirds",
            "67",
            "quarter",
            "25",
            "quarters",
            "75",
            "fifth",
            "20",
            "tenth",
            "10");
    private static final Pattern MULTIPLE =
            Pattern.compile("\\b(?<multiple>doubled|tripled|quadrupled|halved)\\b", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> MULTIPLES =
            Map.of("doubled", "100", "tripled", "200", "quadrupled", "300", "halved", "-50");

    /** Stands before a percentage that was written as a fraction, which is looser than one in digits. */
    static final String FRACTION_MARK = "\u2248\u2248";

    private NumberWords() {}

    static String toDigits(String folded) {
        String fractions = FRACTION.matcher(folded)
                .replaceAll(found -> FRACTION_MARK + " " + FRACTIONS.get(lastWord(found.group(1))) + " %");
        String numbers = NUMBER.matcher(fractions).replaceAll(NumberWords::digits);
        return MULTIPLE.matcher(numbers)
                .replaceAll(found -> "at least " + MULTIPLES.get(lastWord(found.group(1))) + " %");
    }

    private static String digits(MatchResult found) {
        BigDecimal whole = BigDecimal.valueOf(value(found.group(1)));
        String decimal = found.group(2);
        return decimal == null ? whole.toPlainString() : whole + "." + value(decimal);
    }

    private static long value(String words) {
        long value = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
            if (word.equals("hundred")) {
                value = Math.max(1, value) * 100;
            } else if (UP_TO_NINETEEN.contains(word)) {
                value += UP_TO_NINETEEN.indexOf(word);
            } else if (TENS.contains(word)) {
                value += 10L * TENS.indexOf(word);
            }
        }
        return value;
    }

    private static String lastWord(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        Matcher last = Pattern.compile("[a-z]+$").matcher(lower);
        return last.find() ? last.group() : lower;
    }
}
