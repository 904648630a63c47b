/** Runs the packaged server for a developer, from Maven. */
@NullMarked
package io.quantumleap.app.launch;

import org.jspecify.annotations.NullMarked;
