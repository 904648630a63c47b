/** The outbox over HTTP, for operators. */
@NullMarked
package io.quantumleap.adapters.rest.event;

import org.jspecify.annotations.NullMarked;
