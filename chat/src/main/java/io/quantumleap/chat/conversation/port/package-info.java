/** Where conversations are kept. */
@NullMarked
package io.quantumleap.chat.conversation.port;

import org.jspecify.annotations.NullMarked;
