/** Who is told of input that has the shape of an attack. */
@NullMarked
package io.quantumleap.security.input.port;

import org.jspecify.annotations.NullMarked;
