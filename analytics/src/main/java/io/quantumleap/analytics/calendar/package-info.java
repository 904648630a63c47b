/** Returns on the calendar: compounded into weeks, months, quarters and years. */
@NullMarked
package io.quantumleap.analytics.calendar;

import org.jspecify.annotations.NullMarked;
