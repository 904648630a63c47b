/** The analysis of a portfolio at one go: scores, findings and suggestions from the tools, and a summary that a model words. */
@NullMarked
package io.quantumleap.chat.analysis;

import org.jspecify.annotations.NullMarked;
