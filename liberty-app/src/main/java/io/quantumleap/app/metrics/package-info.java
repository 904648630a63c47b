/** What the server counts besides what the container counts by itself. */
@NullMarked
package io.quantumleap.app.metrics;

import org.jspecify.annotations.NullMarked;
