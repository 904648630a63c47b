/** Everything about one series of returns at once: as records, and as a page to send to a client. */
@NullMarked
package io.quantumleap.analytics.tearsheet;

import org.jspecify.annotations.NullMarked;
