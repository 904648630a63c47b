package io.quantumleap.adapters.rest.flag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All flags; they are few, so there is one page. */
public record FlagsJson(List<FlagJson> items, @Nullable String nextCursor) {}
