/** Trading days: rules by exchange, exceptions by the operator, and when a price counts as stale. */
@NullMarked
package io.quantumleap.core.market.calendar;

import org.jspecify.annotations.NullMarked;
