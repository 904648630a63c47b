/**
 * What every measure is made of: the answer that is a number or a reason, the conventions that a number depends on, exact
 * sums, moments and order statistics.
 */
@NullMarked
package io.quantumleap.analytics.measure;

import org.jspecify.annotations.NullMarked;
