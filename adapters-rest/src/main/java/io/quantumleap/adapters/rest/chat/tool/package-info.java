/** The tools of the assistant: each calls the use case that the page calls, as the person who asks. */
@NullMarked
package io.quantumleap.adapters.rest.chat.tool;

import org.jspecify.annotations.NullMarked;
