/** The built-in analyst: understands a documented set of questions and answers them from tool results alone. */
@NullMarked
package io.quantumleap.chat.analyst;

import org.jspecify.annotations.NullMarked;
