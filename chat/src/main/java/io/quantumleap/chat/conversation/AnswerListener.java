package io.quantumleap.chat.conversation;

/** Watches an answer grow. Called by one thread at a time; must not block for long. */
public interface AnswerListener {

    /** A listener that does not listen. */
    AnswerListener NONE = new AnswerListener() {
        @Override
        public void started(ConversationId conversation, String model) {}

        @Override
        public void toolCalled(String tool, String progress) {}

        @Override
        public void text(String piece) {}
    };

    /**
     * The answer can be caught up with under this identity; told before {@link #started}, and only where that is so.
     *
     * @param exchange the identity
     */
    default void exchange(ExchangeId exchange) {}

    /**
     * The question was accepted. The conversation exists only when the answer is complete.
     *
     * @param conversation where the answer will be stored
     * @param model which model answers
     */
    void started(ConversationId conversation, String model);

    /**
     * A tool is about to run.
     *
     * @param tool its name
     * @param progress what to tell the waiting user
     */
    void toolCalled(String tool, String progress);

    /** The next piece of the answer, checked; it will not be taken back. */
    void text(String piece);
}
