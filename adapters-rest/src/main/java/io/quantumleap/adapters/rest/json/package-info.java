/** How JSON is read and written here: snake case, nulls written, and nothing accepted that the receiving type does not name. */
@NullMarked
package io.quantumleap.adapters.rest.json;

import org.jspecify.annotations.NullMarked;
