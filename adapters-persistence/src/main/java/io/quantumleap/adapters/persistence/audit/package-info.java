/** The audit log in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
