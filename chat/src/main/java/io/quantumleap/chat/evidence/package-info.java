/** What an answer rests on: typed figures, and the sources that show the same figures elsewhere. */
@NullMarked
package io.quantumleap.chat.evidence;

import org.jspecify.annotations.NullMarked;
