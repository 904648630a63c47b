package io.quantumleap.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.chat.conversation.Conversation;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.ProposalsContract;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcProposalsTest extends ProposalsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Proposals proposals() {
        return new JdbcProposals(DATABASE.unitOfWork());
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    protected ConversationId newConversation(UserId owner) {
        Instant now = Instant.parse("2026-01-31T12:00:00Z");
        ConversationId id = new ConversationId(UUID.randomUUID());
        new JdbcConversations(DATABASE.unitOfWork()).start(new Conversation(id, owner, "Test", now, now, 0));
        return id;
    }

    @Test
    void givesItToOneOnlyOfManyWhoTakeItAtOnce() throws Exception {
        UserId owner = newUser();
        ConversationId conversation = newConversation(owner);
        proposals().put(owner, conversation, new Proposal("rename_portfolio", ToolArguments.none(), "Rename"));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Long> take =
                    () -> proposals().take(owner, conversation).stream().count();
            long taken = 0;
            for (Future<Long> one :
                    pool.invokeAll(Stream.generate(() -> take).limit(4).toList())) {
                taken += one.get();
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void goesWithItsConversation() {
        UserId owner = newUser();
        ConversationId conversation = newConversation(owner);
        proposals().put(owner, conversation, new Proposal("rename_portfolio", ToolArguments.none(), "Rename"));
        new JdbcConversations(DATABASE.unitOfWork()).delete(owner, conversation);
        assertThat(List.of(proposals().find(owner, conversation))).containsExactly(java.util.Optional.empty());
    }
}
