/**
 * Measures from one observation at a time, and from parts that were measured apart: on a stream, in a parallel stream, or
 * on the machines of a cluster.
 *
 * <p>The merge law: for any way of cutting a series into parts that keep its order, adding the observations of each part to
 * an accumulator of its own and merging them in order gives the result of one pass, to 1e-12 relative. Sums are kept with
 * about twice the precision of a double, so that the order of additions does not show; wealth and drawdown merge as
 * stretches of a path, which is associative but not commutative.
 */
@NullMarked
package io.quantumleap.analytics.streaming;

import org.jspecify.annotations.NullMarked;
