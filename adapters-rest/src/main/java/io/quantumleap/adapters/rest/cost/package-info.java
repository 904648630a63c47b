/** What the assistant costs, its budgets, and the keys that users bring for providers. */
@NullMarked
package io.quantumleap.adapters.rest.cost;

import org.jspecify.annotations.NullMarked;
