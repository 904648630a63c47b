/** The journey "Measure": from a caller's portfolio to everything that its performance page shows. */
@NullMarked
package io.quantumleap.analytics.performance;

import org.jspecify.annotations.NullMarked;
