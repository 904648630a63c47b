/** Lists are read page by page with an opaque cursor. */
@NullMarked
package io.quantumleap.adapters.rest.paging;

import org.jspecify.annotations.NullMarked;
