package io.quantumleap.adapters.rest.csv;

import java.util.regex.Pattern;

/**
 * Text cells that a spreadsheet would take for a formula (OWASP, CSV Injection): they are written with an apostrophe in
 * front, which is taken away again when they are read. What had such an apostrophe already gets another, so that
 * every text comes back as it was.
 */
public final class FormulaText {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private FormulaText() {}

    /** The text as it is written. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was meant. */
    public static String meant(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
