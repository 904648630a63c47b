/** Probability distributions, to the last digits of a double, on the JDK alone. */
@NullMarked
package io.quantumleap.analytics.distribution;

import org.jspecify.annotations.NullMarked;
