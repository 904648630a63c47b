/** The web page in a real browser, against the packaged server. */
@NullMarked
package io.quantumleap.app.browser;

import org.jspecify.annotations.NullMarked;
