/** Where the positions of the switches are kept. */
@NullMarked
package io.quantumleap.security.flag.port;

import org.jspecify.annotations.NullMarked;
