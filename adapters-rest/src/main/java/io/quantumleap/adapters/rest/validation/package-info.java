/** Tells the caller which fields Bean Validation refused, in the names that the JSON uses. */
@NullMarked
package io.quantumleap.adapters.rest.validation;

import org.jspecify.annotations.NullMarked;
