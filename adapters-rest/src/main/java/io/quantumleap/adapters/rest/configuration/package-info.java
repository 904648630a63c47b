/** The configuration in force, shown to administrators without its secrets. */
@NullMarked
package io.quantumleap.adapters.rest.configuration;

import org.jspecify.annotations.NullMarked;
