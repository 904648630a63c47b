/** A tool of one's own, and the orchestration of the assistant in a plain Java program. */
@NullMarked
package io.quantumleap.examples.chat;

import org.jspecify.annotations.NullMarked;
