/**
 * Measures over a window that rolls along a series, in O(n) whatever the window. The series is cut into blocks as long as
 * the window, so that every window is the end of one block and the beginning of the next; both are kept as running sums
 * (the method of van Herk and of Gil and Werman), and nothing is ever subtracted from a sum.
 */
@NullMarked
package io.quantumleap.analytics.rolling;

import org.jspecify.annotations.NullMarked;
