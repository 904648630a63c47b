package io.quantumleap.chat.conversation.port;

import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.core.shared.UserId;
import java.util.Optional;

/** The changes that wait for confirmation: at most one a conversation. */
public interface Proposals {

    /** Keeps a proposal in place of any other of the conversation, which exists and is the owner's. */
    void put(UserId owner, ConversationId conversation, Proposal proposal);

    /** What waits in the conversation of this owner. */
    Optional<Proposal> find(UserId owner, ConversationId conversation);

    /**
     * Takes out what waits, so that nobody else can: of several at once only one gets it. Undone when the unit of work is.
     */
    Optional<Proposal> take(UserId owner, ConversationId conversation);
}
