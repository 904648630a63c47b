package io.quantumleap.chat.conversation;

import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.model.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a conversation that the model sees: the latest turns that fit.
 *
 * @param messages oldest first
 * @param sources what the answers among them rest on
 */
record History(List<Message> messages, List<Source> sources) {

    History {
        messages = List.copyOf(messages);
        sources = List.copyOf(sources);
    }

    static History within(List<Turn> turns, int characters) {
        List<Message> messages = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        int room = characters;
        for (int i = turns.size() - 1; i >= 0; i--) {
            Turn turn = turns.get(i);
            room -= turn.text().length();
            if (room < 0) {
                break;
            }
            if (turn instanceof Turn.Answered answered) {
                messages.add(0, new Message.FromModel(answered.text(), List.of()));
                sources.addAll(0, answered.sources());
            } else {
                messages.add(0, new Message.FromUser(turn.text()));
            }
        }
        return new History(messages, sources);
    }
}
