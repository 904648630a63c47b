package io.quantumleap.chat.conversation;

/** What came of opening an exchange. */
public sealed interface Opening {

    /** It is open, and no other one of its conversation is. */
    record Opened() implements Opening {}

    /** There is one of this name already. */
    record Known(Exchange exchange) implements Opening {}

    /** Another one of the conversation is under way. */
    record Busy() implements Opening {}
}
