package io.quantumleap.chat.conversation;

import io.quantumleap.core.shared.InvalidValueException;

/** Names a conversation after its first question, or as its owner says. */
final class Title {

    private static final int LONGEST = 80;

    private static final int LONGEST_GIVEN = 200;

    private Title() {}

    /**
     * A title that a user gives.
     *
     * @throws InvalidValueException if it is blank, too long, or no text
     */
    static String given(String title) {
        String line = title.strip();
        if (line.isEmpty() || line.length() > LONGEST_GIVEN) {
            throw new InvalidValueException("A title has 1 to " + LONGEST_GIVEN + " characters.");
        }
        boolean text = line.codePoints()
                .map(Character::getType)
                .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
        if (!text) {
            throw new InvalidValueException("A title is one line of text.");
        }
        return line;
    }

    static String of(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
