/** Allowances in PostgreSQL, which all instances of the server share. */
@NullMarked
package io.quantumleap.adapters.persistence.limit;

import org.jspecify.annotations.NullMarked;
