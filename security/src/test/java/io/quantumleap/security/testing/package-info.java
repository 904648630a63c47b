/** Fakes of this module's own ports, and a small world of them; other modules' tests may use them too. */
@NullMarked
package io.quantumleap.security.testing;

import org.jspecify.annotations.NullMarked;
