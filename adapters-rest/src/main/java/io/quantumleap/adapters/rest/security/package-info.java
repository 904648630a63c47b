/** Enforces at the door what the security module decides: who calls, what they may call, how much they may send. */
@NullMarked
package io.quantumleap.adapters.rest.security;

import org.jspecify.annotations.NullMarked;
