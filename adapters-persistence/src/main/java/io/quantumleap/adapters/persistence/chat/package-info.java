/** Conversations in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.chat;

import org.jspecify.annotations.NullMarked;
