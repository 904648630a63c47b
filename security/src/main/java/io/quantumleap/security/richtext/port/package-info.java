/** What sanitizes rich text. */
@NullMarked
package io.quantumleap.security.richtext.port;

import org.jspecify.annotations.NullMarked;
