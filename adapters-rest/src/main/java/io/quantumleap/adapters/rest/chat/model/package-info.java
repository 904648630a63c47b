/** Models behind the port: the built-in analyst, and any OpenAI-compatible endpoint. */
@NullMarked
package io.quantumleap.adapters.rest.chat.model;

import org.jspecify.annotations.NullMarked;
