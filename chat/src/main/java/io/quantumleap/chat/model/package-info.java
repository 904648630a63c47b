/** The conversation with a language model: messages, tool calls, replies, failures. */
@NullMarked
package io.quantumleap.chat.model;

import org.jspecify.annotations.NullMarked;
