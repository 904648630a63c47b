package io.quantumleap.chat.provider.port;

import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.provider.ProviderKey;
import org.jspecify.annotations.Nullable;

/** A provider of a language model. Safe for use by many threads. */
public interface ModelProvider {

    /** Its name in configuration and in the account of costs, such as {@code openai}. */
    String id();

    /** The name of the model that is asked there. */
    String model();

    /** Whether the installation has access of its own, so that users need no key. */
    boolean isOpen();

    /** The most tokens that a reply may have. */
    int longestReply();

    /**
     * Its model.
     *
     * @param ownKey the key to use in place of the installation's, or null for the installation's
     */
    ChatModel with(@Nullable ProviderKey ownKey);
}
