package io.quantumleap.chat.grounding;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings a text to one spelling of digits, dashes, spaces and signs, so that no disguise hides a figure. */
final class Folding {

    private static final Pattern GROUPING_SPACE = Pattern.compile("(?<=\\d)[\\u00A0\\u202F\\u2009](?=\\d{3}(?!\\d))");
    private static final Pattern PLAIN_GROUPING =
            Pattern.compile("(?<=[$€£¥₹] ?|\\b[A-Z]{3} )[-+]?\\d{1,3}(?: \\d{3})+(?!\\d)"
                    + "|(?<![\\d.,-])\\d{1,3}(?: \\d{3})+(?=(?:[.,]\\d+)? ?(?:[%$€£¥₹]|[A-Z]{3}\\b))");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern EMPHASIS = Pattern.compile("[*`]|(?<![\\p{L}\\p{Nd}])_+|_+(?![\\p{L}\\p{Nd}])");

    private Folding() {}

    static String fold(String text) {
        String spelled = text.replace("½", ".5").replace("¼", ".25").replace("¾", ".75");
        String visible = INVISIBLE.matcher(spelled).replaceAll("");
        String grouped = GROUPING_SPACE.matcher(visible).replaceAll(",");
        String compatible = Normalizer.normalize(grouped, Normalizer.Form.NFKC);
        String dashed = DASH.matcher(compatible).replaceAll("-");
        String plain = asciiDigits(
                EMPHASIS.matcher(dashed).replaceAll("").replace('٪', '%').replace('٫', '.'));
        return PLAIN_GROUPING.matcher(plain).replaceAll(found -> found.group().replace(' ', ','));
    }

    private static String asciiDigits(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        folded.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return folded.toString();
    }
}
