/** How the returns of many assets vary together: estimators of the covariance matrix and the matrix itself. */
@NullMarked
package io.quantumleap.analytics.construction.covariance;

import org.jspecify.annotations.NullMarked;
