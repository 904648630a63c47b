package io.quantumleap.chat.conversation;

/** Names a conversation after its first question. */
final class Title {

    private static final int LONGEST = 80;

    private Title() {}

    static String of(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
