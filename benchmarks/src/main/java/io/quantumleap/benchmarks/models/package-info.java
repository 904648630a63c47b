/** How long portfolio construction, simulation and backtests take. */
@NullMarked
package io.quantumleap.benchmarks.models;

import org.jspecify.annotations.NullMarked;
