package io.quantumleap.chat.conversation;

import java.time.Duration;

/**
 * What one question may use.
 *
 * @param rounds how often the model is asked, corrections included
 * @param toolCalls how many tools run
 * @param timeLimit after which no further round begins
 * @param historyTurns how many earlier turns the model sees
 * @param historyTokens how long they may be together, by the estimate of tokens that errs on the long side
 * @param answerCharacters how long an answer may be
 * @param conversationTurns how many turns a conversation may have
 */
public record AssistantLimits(
        int rounds,
        int toolCalls,
        Duration timeLimit,
        int historyTurns,
        int historyTokens,
        int answerCharacters,
        int conversationTurns) {

    /** Enough for every question of the documentation, and little enough that no loop is dear. */
    public static final AssistantLimits DEFAULT =
            new AssistantLimits(10, 16, Duration.ofSeconds(90), 40, 8_000, 20_000, 1_000);
}
