/** What calendars need from outside: somewhere to keep the operator's exceptions. */
@NullMarked
package io.quantumleap.core.market.calendar.port;

import org.jspecify.annotations.NullMarked;
