package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of conversations promises. */
public abstract class ConversationsContract {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static final Turn.Asked ASKED = new Turn.Asked("What am I worth? \uD83D\uDE00 <b>\"'", NOON);
    private static final Turn.Answered ANSWERED = new Turn.Answered(
            "12.00 USD.\nThat is all.",
            NOON.plusMillis(1500),
            List.of(
                    new Source(
                            "holdings",
                            "Holdings of \"R\u00e9serve\"",
                            "/api/portfolio/1/holdings",
                            List.of(new CitedFigure("value", "12.00 USD"), new CitedFigure("ACME weight", "23.40 %"))),
                    new Source("risk", "Risk", "/api/ai", List.of())),
            "built-in analyst",
            null);

    /** The store under test. */
    protected abstract Conversations conversations();

    /** The unit of work that the store writes in. */
    protected abstract UnitOfWork unitOfWork();

    /** A user that exists as far as the store cares. */
    protected abstract UserId newUser();

    @Test
    void givesBackWhatWasStored() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Worth", NOON);
        Turn.Answered counted = new Turn.Answered("Yes.", NOON.plusSeconds(9), List.of(), "gpt", new TokenUsage(12, 3));
        append(owner, conversation.id(), ASKED, ANSWERED);
        append(owner, conversation.id(), new Turn.Asked("Sure?", NOON.plusSeconds(8)), counted);

        assertThat(conversations().find(owner, conversation.id()))
                .contains(new Conversation(conversation.id(), owner, "Worth", NOON, NOON.plusSeconds(9), 4));
        assertThat(conversations().lastTurns(owner, conversation.id(), 10))
                .containsExactly(ASKED, ANSWERED, new Turn.Asked("Sure?", NOON.plusSeconds(8)), counted);
    }

    @Test
    void givesTheLastTurnsOldestFirst() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Many", NOON);
        for (int i = 0; i < 3; i++) {
            append(owner, conversation.id(), new Turn.Asked("Question " + i, NOON), answer("Answer " + i, NOON));
        }
        assertThat(conversations().lastTurns(owner, conversation.id(), 3))
                .extracting(Turn::text)
                .containsExactly("Answer 1", "Question 2", "Answer 2");
    }

    @Test
    void hidesTheConversationsOfOthers() {
        UserId owner = newUser();
        UserId other = newUser();
        Conversation conversation = started(owner, "Mine", NOON);
        append(owner, conversation.id(), ASKED, ANSWERED);

        assertThat(conversations().find(other, conversation.id())).isEmpty();
        assertThat(conversations().lastTurns(other, conversation.id(), 10)).isEmpty();
        assertThat(conversations().page(other, PageRequest.first(10)).items()).isEmpty();
        assertThat(append(other, conversation.id(), ASKED, ANSWERED)).isFalse();
        assertThat(delete(other, conversation.id())).isFalse();
        assertThat(conversations().lastTurns(owner, conversation.id(), 10)).hasSize(2);
    }

    @Test
    void listsTheLatestUpdatedFirstPageByPage() {
        UserId owner = newUser();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Conversation conversation = started(owner, "Talk " + i, NOON);
            append(owner, conversation.id(), ASKED, answer("x", NOON.plusSeconds(i < 3 ? 60 : i)));
        }
        CursorPage<Conversation> page = conversations().page(owner, PageRequest.first(2));
        page.items().forEach(item -> titles.add(item.title()));
        while (page.nextCursor().isPresent()) {
            page = conversations()
                    .page(owner, new PageRequest(2, page.nextCursor().get()));
            page.items().forEach(item -> titles.add(item.title()));
        }
        assertThat(titles).hasSize(5).doesNotHaveDuplicates();
        assertThat(titles.subList(0, 3)).containsExactlyInAnyOrder("Talk 0", "Talk 1", "Talk 2");
        assertThat(titles.subList(3, 5)).containsExactly("Talk 4", "Talk 3");
    }

    @Test
    void refusesACursorThatNoPageGave() {
        UserId owner = newUser();
        assertThatThrownBy(() -> conversations().page(owner, new PageRequest(2, "'; drop table conversation")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void findsAnAnswerByItsPosition() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Worth", NOON);
        append(owner, conversation.id(), ASKED, ANSWERED);
        assertThat(conversations().answer(owner, conversation.id(), 2)).contains(ANSWERED);
        assertThat(conversations().answer(owner, conversation.id(), 1)).isEmpty();
        assertThat(conversations().answer(owner, conversation.id(), 4)).isEmpty();
        assertThat(conversations().answer(newUser(), conversation.id(), 2)).isEmpty();
    }

    @Test
    void renamesAConversationOfItsOwner() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Worth", NOON);
        boolean renamed =
                unitOfWork().run(() -> conversations().rename(owner, conversation.id(), "My \"money\" \uD83D\uDE00"));
        boolean foreign = unitOfWork().run(() -> conversations().rename(newUser(), conversation.id(), "Mine"));
        assertThat(renamed).isTrue();
        assertThat(foreign).isFalse();
        assertThat(conversations().find(owner, conversation.id()))
                .contains(new Conversation(conversation.id(), owner, "My \"money\" \uD83D\uDE00", NOON, NOON, 0));
    }

    @Test
    void keepsTheSummaryThatStandsForMost() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Worth", NOON);
        assertThat(conversations().summary(owner, conversation.id())).isEqualTo(Summary.NOTHING);
        summarise(owner, conversation.id(), new Summary("Both.", 4));
        summarise(owner, conversation.id(), new Summary("One.", 2));
        summarise(newUser(), conversation.id(), new Summary("Foreign.", 8));
        assertThat(conversations().summary(owner, conversation.id())).isEqualTo(new Summary("Both.", 4));
        assertThat(conversations().summary(newUser(), conversation.id())).isEqualTo(Summary.NOTHING);
    }

    private void summarise(UserId owner, ConversationId id, Summary summary) {
        unitOfWork().run(() -> conversations().summarise(owner, id, summary));
    }

    @Test
    void forgetsADeletedConversation() {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Gone", NOON);
        append(owner, conversation.id(), ASKED, ANSWERED);

        assertThat(delete(owner, conversation.id())).isTrue();

        assertThat(conversations().find(owner, conversation.id())).isEmpty();
        assertThat(conversations().lastTurns(owner, conversation.id(), 10)).isEmpty();
        assertThat(append(owner, conversation.id(), ASKED, ANSWERED)).isFalse();
        assertThat(delete(owner, conversation.id())).isFalse();
    }

    @Test
    void keepsQuestionAndAnswerTogetherWhenSeveralAreAppendedAtOnce() throws Exception {
        UserId owner = newUser();
        Conversation conversation = started(owner, "Busy", NOON);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> appended = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String name = "n" + i;
                appended.add(threads.submit(() -> append(
                        owner, conversation.id(), new Turn.Asked(name, NOON), answer(name, NOON.plusSeconds(1)))));
            }
            for (Future<Boolean> one : appended) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        List<Turn> turns = conversations().lastTurns(owner, conversation.id(), 100);
        assertThat(turns).hasSize(32);
        for (int i = 0; i < 32; i += 2) {
            assertThat(turns.get(i)).isInstanceOf(Turn.Asked.class);
            assertThat(turns.get(i + 1).text()).isEqualTo(turns.get(i).text());
        }
        assertThat(conversations().find(owner, conversation.id()).orElseThrow().turnCount())
                .isEqualTo(32);
    }

    private static Turn.Answered answer(String text, Instant at) {
        return new Turn.Answered(text, at, List.of(), "built-in analyst", null);
    }

    private Conversation started(UserId owner, String title, Instant at) {
        Conversation conversation = new Conversation(new ConversationId(UUID.randomUUID()), owner, title, at, at, 0);
        unitOfWork().run(() -> conversations().start(conversation));
        return conversation;
    }

    private boolean append(UserId owner, ConversationId id, Turn.Asked asked, Turn.Answered answered) {
        return unitOfWork().run(() -> conversations().append(owner, id, asked, answered));
    }

    private boolean delete(UserId owner, ConversationId id) {
        return unitOfWork().run(() -> conversations().delete(owner, id));
    }
}
