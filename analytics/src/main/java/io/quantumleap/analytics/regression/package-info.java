/** Which factors explain a series of returns, by how much, and how surely. */
@NullMarked
package io.quantumleap.analytics.regression;

import org.jspecify.annotations.NullMarked;
