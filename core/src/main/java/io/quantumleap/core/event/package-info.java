/** What happened, as facts that other features hear of: stored with the change they tell about, delivered at least once. */
@NullMarked
package io.quantumleap.core.event;

import org.jspecify.annotations.NullMarked;
