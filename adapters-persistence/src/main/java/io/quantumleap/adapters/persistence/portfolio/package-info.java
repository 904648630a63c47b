/** Keeps portfolios and their ledgers in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.portfolio;

import org.jspecify.annotations.NullMarked;
