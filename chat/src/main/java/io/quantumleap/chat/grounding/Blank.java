package io.quantumleap.chat.grounding;

/** Blanks places of a text that were read, without moving the rest. */
final class Blank {

    /** Stands where something was read: neither a letter, a digit nor a space. */
    static final char MARK = '\u0001';

    private Blank() {}

    static void out(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, MARK);
        }
    }
}
