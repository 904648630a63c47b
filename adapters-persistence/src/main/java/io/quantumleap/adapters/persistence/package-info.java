/** What every repository stands on: the opened database, the unit of work over it, identifiers. */
@NullMarked
package io.quantumleap.adapters.persistence;

import org.jspecify.annotations.NullMarked;
