package io.quantumleap.chat.tool;

/** What a tool does to the world. */
public enum Effect {
    /** It only reads. */
    READ,
    /** It changes something, and only after the person has confirmed it in a message of their own. */
    WRITE
}
