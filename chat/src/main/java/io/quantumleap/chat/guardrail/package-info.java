/** What stands around a model: personal data that stays here, signs of manipulation, the policy on advice. */
@NullMarked
package io.quantumleap.chat.guardrail;

import org.jspecify.annotations.NullMarked;
