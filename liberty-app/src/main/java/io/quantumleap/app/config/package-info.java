/** What the operator may set: read once at start, checked as a whole, immutable from then on. */
@NullMarked
package io.quantumleap.app.config;

import org.jspecify.annotations.NullMarked;
