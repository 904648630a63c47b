/** A series beside the one it is held against: co-movement, excess and the ratios built on them. */
@NullMarked
package io.quantumleap.analytics.benchmark;

import org.jspecify.annotations.NullMarked;
