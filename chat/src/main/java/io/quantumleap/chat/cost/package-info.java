/** What models cost: prices, budgets, a reservation before each call and its settlement after. */
@NullMarked
package io.quantumleap.chat.cost;

import org.jspecify.annotations.NullMarked;
