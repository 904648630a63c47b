/** Rich text that people write for others: what may stay in it. Plain text needs none of this; it is kept as given. */
@NullMarked
package io.quantumleap.security.richtext;

import org.jspecify.annotations.NullMarked;
