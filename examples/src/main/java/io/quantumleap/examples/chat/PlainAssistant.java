package io.quantumleap.examples.chat;

import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.Question;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The assistant in a plain Java program: a model, a tool of one's own, and a memory that forgets when the program ends. */
public final class PlainAssistant {

    private final AskAssistant assistant;
    private final UserId me = new UserId(UUID.randomUUID());

    /** An assistant that asks this model. */
    public PlainAssistant(ChatModel model) {
        ForgetfulMemory memory = new ForgetfulMemory();
        this.assistant = new AskAssistant(
                memory.conversations(),
                memory.proposals(),
                memory.unitOfWork(),
                model,
                new Toolbox(List.of(new SavingTool())),
                UUID::randomUUID,
                Clock.systemUTC(),
                AssistantLimits.DEFAULT,
                Guardrails.DEFAULT,
                Runnable::run);
    }

    /** The answer, every figure of it traced to the tool. */
    public String ask(String question) {
        return assistant
                .ask(new Question(me, question, null, null), AnswerListener.NONE, new Cancellation())
                .toCompletableFuture()
                .join()
                .turn()
                .text();
    }
}
