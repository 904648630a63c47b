/** A second factor at sign-in: a code from an app that shares a secret with us, or one of a few codes on paper. */
@NullMarked
package io.quantumleap.security.secondfactor;

import org.jspecify.annotations.NullMarked;
