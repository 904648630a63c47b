/** Asking the assistant and keeping the conversation: the use cases of this module. */
@NullMarked
package io.quantumleap.chat.conversation;

import org.jspecify.annotations.NullMarked;
