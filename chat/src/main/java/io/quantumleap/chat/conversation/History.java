package io.quantumleap.chat.conversation;

import io.quantumleap.chat.cost.TokenEstimate;
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

    /** How many of the turns, from the last one back, fit. */
    static int fitting(List<Turn> turns, int most, int tokens) {
        long room = tokens;
        int count = 0;
        while (count < Math.min(most, turns.size())) {
            room -= TokenEstimate.of(turns.get(turns.size() - 1 - count).text());
            if (room < 0) {
                break;
            }
            count++;
        }
        return count;
    }

    static History within(List<Turn> turns, int most, int tokens) {
        List<Message> messages = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Turn turn : turns.subList(turns.size() - fitting(turns, most, tokens), turns.size())) {
            if (turn instanceof Turn.Answered answered) {
                messages.add(new Message.FromModel(answered.text(), List.of()));
                sources.addAll(answered.sources());
            } else {
                messages.add(new Message.FromUser(turn.text()));
            }
        }
        return new History(messages, sources);
    }
}
