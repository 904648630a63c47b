/** Whom the guardrails tell what they notice. */
@NullMarked
package io.quantumleap.chat.guardrail.port;

import org.jspecify.annotations.NullMarked;
