/** How long the measures of one series take: the tear sheet, rolling windows, reduction, and the same in ta4j. */
@NullMarked
package io.quantumleap.benchmarks.tearsheet;

import org.jspecify.annotations.NullMarked;
