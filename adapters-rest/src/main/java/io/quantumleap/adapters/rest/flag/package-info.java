/** Feature flags as administrators switch them, and the routes that depend on one. */
@NullMarked
package io.quantumleap.adapters.rest.flag;

import org.jspecify.annotations.NullMarked;
