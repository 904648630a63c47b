/** Stored valuations in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.valuation;

import org.jspecify.annotations.NullMarked;
