/** Series for people: as few points as a chart can show, chosen so that its shape stays true. */
@NullMarked
package io.quantumleap.analytics.series;

import org.jspecify.annotations.NullMarked;
