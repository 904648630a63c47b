package io.quantumleap.adapters.rest.portfolio.preset;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a broker writes numbers: with separators between thousands, a currency sign, a minus in front or parentheses around.
 *
 * @param decimal the decimal separator
 * @param grouping what may stand between groups of three digits; an empty text for nothing
 */
public record NumberForm(String decimal, String grouping) {

    private static final int LONGEST = 64;
    private static final Pattern SIGNS = Pattern.compile("[$\u20AC\u00A3]");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\((.+)\\)");

    /** Reads a number; empty when the text is none in this form. */
    Optional<BigDecimal> read(String text) {
        String digits = SIGNS.matcher(text.strip()).replaceAll("").replace(" ", "");
        if (digits.length() > LONGEST) {
            return Optional.empty();
        }
        if (digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        var enclosed = IN_PARENTHESES.matcher(digits);
        if (enclosed.matches()) {
            digits = "-" + enclosed.group(1);
        }
        if (!grouping.isEmpty() && digits.contains(grouping)) {
            if (!grouped().matcher(digits).matches()) {
                return Optional.empty();
            }
            digits = digits.replace(grouping, "");
        }
        digits = digits.replace(decimal, ".");
        if (digits.startsWith(".") || digits.startsWith("-.")) {
            digits = digits.replace(".", "0.");
        }
        return PLAIN.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private Pattern grouped() {
        return Pattern.compile(
                "-?\\d{1,3}(" + Pattern.quote(grouping) + "\\d{3})+(" + Pattern.quote(decimal) + "\\d*)?");
    }
}
