/** The assistant over HTTP: asking, as JSON or as server-sent events, and the stored conversations. */
@NullMarked
package io.quantumleap.adapters.rest.chat;

import org.jspecify.annotations.NullMarked;
