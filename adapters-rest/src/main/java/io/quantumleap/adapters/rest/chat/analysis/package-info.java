/** The analysis of a portfolio over HTTP. */
@NullMarked
package io.quantumleap.adapters.rest.chat.analysis;

import org.jspecify.annotations.NullMarked;
