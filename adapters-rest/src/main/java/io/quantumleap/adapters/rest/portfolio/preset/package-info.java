/**
 * Reads brokers' own transaction files: a preset says which of their columns, words and signs mean what in ours. Presets are
 * data; the operator can add more.
 */
@NullMarked
package io.quantumleap.adapters.rest.portfolio.preset;

import org.jspecify.annotations.NullMarked;
