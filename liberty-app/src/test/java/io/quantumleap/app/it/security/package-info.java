/** Attacks and journeys at the door of the packaged server: tokens, sign-in, roles, bad input, headers, logs. */
@NullMarked
package io.quantumleap.app.it.security;

import org.jspecify.annotations.NullMarked;
