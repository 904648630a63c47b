/** The port behind which every tool stands. */
@NullMarked
package io.quantumleap.chat.tool.port;

import org.jspecify.annotations.NullMarked;
