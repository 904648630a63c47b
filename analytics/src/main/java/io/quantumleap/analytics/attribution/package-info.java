/** Attribution: which decisions made a portfolio's return differ from its benchmark's, in one period and over many. */
@NullMarked
package io.quantumleap.analytics.attribution;

import org.jspecify.annotations.NullMarked;
