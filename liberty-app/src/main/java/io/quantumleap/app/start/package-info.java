/** From nothing to a serving program: the folder, the port, the database, the first sign-in, and one clear sentence when it cannot be. */
@NullMarked
package io.quantumleap.app.start;

import org.jspecify.annotations.NullMarked;
