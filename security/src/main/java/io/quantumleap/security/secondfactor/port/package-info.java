/** Where second factors are kept. */
@NullMarked
package io.quantumleap.security.secondfactor.port;

import org.jspecify.annotations.NullMarked;
