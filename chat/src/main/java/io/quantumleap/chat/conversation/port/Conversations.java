package io.quantumleap.chat.conversation.port;

import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Summary;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Optional;

/** The stored conversations. A conversation of another user is missing. Safe for use by many threads. */
public interface Conversations {

    /** The conversation, if the user has it. */
    Optional<Conversation> find(UserId owner, ConversationId id);

    /**
     * One page of the user's conversations, the latest updated first.
     *
     * @throws io.quantumleap.core.shared.InvalidValueException if the cursor is not one that a page gave
     */
    CursorPage<Conversation> page(UserId owner, PageRequest request);

    /** The last turns of a conversation, oldest first; none if the user does not have it. */
    List<Turn> lastTurns(UserId owner, ConversationId id, int count);

    /** Stores a conversation that does not have turns yet. */
    void start(Conversation conversation);

    /**
     * Appends a question and its answer, one after the other without a turn of another question between them, and brings
     * the conversation's turn count and time of update up to date.
     *
     * @return false if the user does not have the conversation (any more); nothing is stored then
     */
    boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered);

    /** The answer at a position, counted from 1 over all turns, if the user has it. */
    Optional<Turn.Answered> answer(UserId owner, ConversationId id, int position);

    /**
     * Gives a conversation another title; its time of update stays.
     *
     * @return false if the user does not have it
     */
    boolean rename(UserId owner, ConversationId id, String title);

    /** What stands for the turns that fell out of the window; {@link Summary#NOTHING} where there is none. */
    Summary summary(UserId owner, ConversationId id);

    /** Stores what stands for the first turns; one that stands for fewer turns than the one before changes nothing. */
    void summarise(UserId owner, ConversationId id, Summary summary);

    /**
     * Deletes a conversation with its turns.
     *
     * @return false if the user does not have it
     */
    boolean delete(UserId owner, ConversationId id);
}
