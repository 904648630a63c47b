/**
 * A portfolio's health at a glance: three yardsticks from 0 to 100 and the risks that stand out. The measures behind them are
 * the field's; where a yardstick draws its lines is a convention, stated with every answer.
 */
@NullMarked
package io.quantumleap.analytics.health;

import org.jspecify.annotations.NullMarked;
