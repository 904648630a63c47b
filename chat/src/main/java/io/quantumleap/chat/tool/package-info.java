/** Tools: what a model may call to read figures, described without any wire format. */
@NullMarked
package io.quantumleap.chat.tool;

import org.jspecify.annotations.NullMarked;
