package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.core.shared.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of proposals promises. */
public abstract class ProposalsContract {

    private static final Proposal RENAME = new Proposal(
            "rename_portfolio",
            ToolArguments.of(Map.of("name", "\"Réserve\" {,} \uD83D\uDE00", "portfolio_id", "7")),
            "Rename Sample to \"Réserve\"");

    /** The store under test. */
    protected abstract Proposals proposals();

    /** A user that exists as far as the store cares. */
    protected abstract UserId newUser();

    /** A conversation of that user. */
    protected abstract ConversationId newConversation(UserId owner);

    @Test
    void givesBackWhatWaitsUntilSomebodyTakesIt() {
        UserId owner = newUser();
        ConversationId conversation = newConversation(owner);
        assertThat(proposals().find(owner, conversation)).isEmpty();

        proposals().put(owner, conversation, RENAME);

        assertThat(proposals().find(owner, conversation)).contains(RENAME);
        assertThat(proposals().take(owner, conversation)).contains(RENAME);
        assertThat(proposals().take(owner, conversation)).isEmpty();
        assertThat(proposals().find(owner, conversation)).isEmpty();
    }

    @Test
    void keepsOnlyTheLatest() {
        UserId owner = newUser();
        ConversationId conversation = newConversation(owner);
        Proposal other = new Proposal("record_transaction", ToolArguments.none(), "Record");
        proposals().put(owner, conversation, RENAME);
        proposals().put(owner, conversation, other);
        assertThat(proposals().take(owner, conversation)).contains(other);
        assertThat(proposals().take(owner, conversation)).isEmpty();
    }

    @Test
    void givesNothingToAnybodyElse() {
        UserId owner = newUser();
        ConversationId conversation = newConversation(owner);
        proposals().put(owner, conversation, RENAME);
        assertThat(proposals().find(newUser(), conversation)).isEmpty();
        assertThat(proposals().take(newUser(), conversation)).isEmpty();
        assertThat(proposals().find(owner, conversation)).contains(RENAME);
    }
}
