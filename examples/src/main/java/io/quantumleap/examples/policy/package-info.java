/** The access rules of the security jar in front of any servlet application. */
@NullMarked
package io.quantumleap.examples.policy;

import org.jspecify.annotations.NullMarked;
