/** The port behind which every model stands, the built-in analyst included. */
@NullMarked
package io.quantumleap.chat.model.port;

import org.jspecify.annotations.NullMarked;
