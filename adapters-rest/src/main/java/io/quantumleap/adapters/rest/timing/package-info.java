/** What the filters cost, told from what the container, the framework and the work itself cost. */
@NullMarked
package io.quantumleap.adapters.rest.timing;

import org.jspecify.annotations.NullMarked;
