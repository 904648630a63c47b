/** The audit log as administrators see it, and what every request leaves in it. */
@NullMarked
package io.quantumleap.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
