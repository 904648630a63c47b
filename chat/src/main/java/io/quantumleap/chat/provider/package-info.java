/** Keys that users bring for model providers of their choice. */
@NullMarked
package io.quantumleap.chat.provider;

import org.jspecify.annotations.NullMarked;
