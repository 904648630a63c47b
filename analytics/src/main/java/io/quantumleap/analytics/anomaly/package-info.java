/** Has a series changed: control charts and a change-point test, for strategy returns and for latencies alike. */
@NullMarked
package io.quantumleap.analytics.anomaly;

import org.jspecify.annotations.NullMarked;
