/** Portfolio construction: from a covariance matrix, expected returns and limits to weights, or to the limit that stands in the way. */
@NullMarked
package io.quantumleap.analytics.construction;

import org.jspecify.annotations.NullMarked;
