/** Keeps prices in PostgreSQL, written and read in bulk. */
@NullMarked
package io.quantumleap.adapters.persistence.market;

import org.jspecify.annotations.NullMarked;
