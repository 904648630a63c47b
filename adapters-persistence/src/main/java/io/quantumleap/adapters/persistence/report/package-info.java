/** Counts of what browsers report about the content policy, in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.report;

import org.jspecify.annotations.NullMarked;
