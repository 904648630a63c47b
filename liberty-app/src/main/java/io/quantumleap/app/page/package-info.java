/** The files of the web page on their way to the browser. */
@NullMarked
package io.quantumleap.app.page;

import org.jspecify.annotations.NullMarked;
