package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.Toolbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The turn in which a person says yes or no to a change that waits. No model takes part in it: the message alone decides,
 * the change is the one that was stored, and any other message lets it lapse.
 */
final class Confirmations {

    /** Who speaks in such a turn. */
    static final String SPEAKER = "Quantum Leap";

    private final Proposals proposals;
    private final Toolbox tools;
    private final Clock clock;

    Confirmations(Proposals proposals, Toolbox tools, Clock clock) {
        this.proposals = proposals;
        this.tools = tools;
        this.clock = clock;
    }

    /** Whether the question is a yes or a no to a change that waits. */
    boolean isAbout(Question question, ConversationId id) {
        return Consent.in(question.message()) != Consent.NOT_SPOKEN_OF
                && proposals.find(question.caller(), id).isPresent();
    }

    /** Does what waits, or drops it; inside a unit of work. */
    Turn.Answered settle(Question question, ConversationId id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Proposal> waiting = proposals.take(question.caller(), id);
        if (waiting.isEmpty()) {
            return said("There is nothing left to confirm: it was settled before.", now, List.of());
        }
        if (Consent.in(question.message()) == Consent.REFUSED) {
            return said("Nothing was changed.", now, List.of());
        }
        ToolContext context =
                new ToolContext(question.caller(), question.portfolio().orElse(null));
        ToolOutcome outcome = tools.perform(waiting.get(), context);
        if (outcome instanceof ToolRefusal refusal) {
            return said("That could not be done, and nothing was changed: " + refusal.message(), now, List.of());
        }
        ToolResult done = (ToolResult) outcome;
        return said(
                "Done: " + done.title() + ".",
                now,
                List.of(new Source(waiting.get().tool(), done.title(), done.href(), List.of())));
    }

    private static Turn.Answered said(String text, Instant now, List<Source> sources) {
        return new Turn.Answered(text, now, sources, SPEAKER, null);
    }

    /** After any other turn: only what that turn proposed waits now. */
    void replace(Question question, ConversationId id, Optional<Proposal> proposed) {
        if (proposed.isPresent()) {
            proposals.put(question.caller(), id, proposed.get());
        } else if (question.conversation().isPresent()) {
            proposals.take(question.caller(), id);
        }
    }
}
