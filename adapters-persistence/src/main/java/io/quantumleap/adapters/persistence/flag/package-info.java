/** The positions of the feature flags in PostgreSQL. */
@NullMarked
package io.quantumleap.adapters.persistence.flag;

import org.jspecify.annotations.NullMarked;
