/** The check that every figure of an answer comes from a tool result. */
@NullMarked
package io.quantumleap.chat.grounding;

import org.jspecify.annotations.NullMarked;
