package io.quantumleap.chat.model;

/**
 * The model gave no usable reply. Split by the one thing a caller wants to know: whether to ask again. What a provider wrote
 * is never part of it, since providers repeat keys and questions in their messages.
 */
public abstract sealed class ModelException extends RuntimeException
        permits RetryableModelException, PermanentModelException, BrokenReplyException, BudgetReachedException {

    ModelException(String message) {
        super(message);
    }
}
