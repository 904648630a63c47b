/** Solves convex quadratic programs with linear constraints; the machinery behind the optimised portfolios. */
@NullMarked
package io.quantumleap.analytics.construction.quadratic;

import org.jspecify.annotations.NullMarked;
