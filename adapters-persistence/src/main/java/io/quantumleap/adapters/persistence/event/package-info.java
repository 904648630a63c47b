/** Domain events in PostgreSQL: the outbox that is written with the change, and what of it still has to be delivered. */
@NullMarked
package io.quantumleap.adapters.persistence.event;

import org.jspecify.annotations.NullMarked;
