package io.quantumleap.chat.grounding;

/** Where words begin and end. */
final class Words {

    private Words() {}

    /** Whether the part of the text is not cut out of a longer word or number. */
    static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
