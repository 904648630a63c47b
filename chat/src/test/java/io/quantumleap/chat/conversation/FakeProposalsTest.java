package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;

class FakeProposalsTest extends ProposalsContract {

    private final FakeProposals proposals = new FakeProposals();

    @Override
    protected Proposals proposals() {
        return proposals;
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    protected ConversationId newConversation(UserId owner) {
        return new ConversationId(UUID.randomUUID());
    }
}
