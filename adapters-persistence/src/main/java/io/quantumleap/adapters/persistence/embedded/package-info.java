/** A PostgreSQL server of one's own: unpacked, initialised, started and stopped by the program, with its data in one folder. */
@NullMarked
package io.quantumleap.adapters.persistence.embedded;

import org.jspecify.annotations.NullMarked;
