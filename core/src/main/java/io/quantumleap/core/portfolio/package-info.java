/**
 * Portfolios and their ledgers: what was bought, sold, paid in and paid out, append-only and checked before it is
 * booked.
 */
@NullMarked
package io.quantumleap.core.portfolio;

import org.jspecify.annotations.NullMarked;
