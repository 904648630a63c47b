package io.quantumleap.adapters.persistence;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes one row after the other in the text format of {@code COPY}: tabs between columns, {@code \N} for null, and
 * nothing in a value that could end it. Not safe for use by many threads.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY, text format</a>
 */
public final class CopyLine {

    private final StringBuilder text = new StringBuilder();
    private boolean lineStarted;

    /** No row yet. */
    public CopyLine() {}

    /** The next column: text that is escaped as needed, or null. */
    public CopyLine text(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            value.codePoints().forEach(this::escaped);
        }
        return this;
    }

    /** The next column: a value whose text needs no escape, such as a number, a date or a UUID, or null. */
    public CopyLine plain(@Nullable Object value) {
        separate();
        text.append(value == null ? "\\N" : value.toString());
        return this;
    }

    /** The next column: a decimal number in plain digits, or null. */
    public CopyLine decimal(@Nullable BigDecimal value) {
        return plain(value == null ? null : value.toPlainString());
    }

    /** The next column: bytes, given as hexadecimal digits. */
    public CopyLine bytes(String hex) {
        separate();
        HexFormat.of().parseHex(hex);
        text.append("\\\\x").append(hex);
        return this;
    }

    /** Ends the row. */
    public CopyLine end() {
        text.append('\n');
        lineStarted = false;
        return this;
    }

    /** How many characters wait to be taken. */
    public int length() {
        return text.length();
    }

    /** Takes what was written so far, to start again from nothing. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private void separate() {
        if (lineStarted) {
            text.append('\t');
        }
        lineStarted = true;
    }

    private void escaped(int codePoint) {
        switch (codePoint) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.appendCodePoint(codePoint);
        }
    }
}
