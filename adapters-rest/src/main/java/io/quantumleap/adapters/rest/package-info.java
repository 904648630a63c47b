/** The HTTP side of the house: one application under {@code /api}; each feature has its own room below. */
@NullMarked
package io.quantumleap.adapters.rest;

import org.jspecify.annotations.NullMarked;
