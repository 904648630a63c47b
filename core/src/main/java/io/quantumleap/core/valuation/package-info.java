/** What portfolios are worth: holdings, lots, totals and the daily value, from the ledger and the prices. */
@NullMarked
package io.quantumleap.core.valuation;

import org.jspecify.annotations.NullMarked;
