package io.quantumleap.chat.conversation;

import java.util.ArrayList;
import java.util.List;

/** A plain summary of turns: what was asked, the latest last. It needs no model and always says the same of the same. */
final class Digest {

    private static final int LONGEST = 1_200;
    private static final String HEAD = "Earlier the user asked:";
    private static final String ITEM = "\n- ";

    private Digest() {}

    static String of(String before, List<Turn> turns) {
        List<String> questions = new ArrayList<>();
        if (before.startsWith(HEAD)) {
            questions.addAll(List.of(before.substring(HEAD.length()).strip().split("\n")));
        }
        turns.stream()
                .filter(Turn.Asked.class::isInstance)
                .map(turn -> ITEM.strip() + " " + Title.of(turn.text()))
                .forEach(questions::add);
        int length = 0;
        int from = questions.size();
        while (from > 0 && length + questions.get(from - 1).length() < LONGEST) {
            from--;
            length += questions.get(from).length() + 1;
        }
        return HEAD + "\n" + String.join("\n", questions.subList(from, questions.size()));
    }
}
