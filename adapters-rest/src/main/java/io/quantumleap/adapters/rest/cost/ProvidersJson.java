package io.quantumleap.adapters.rest.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers of the installation; all on one page. */
public record ProvidersJson(
        List<ProviderJson> items, @Nullable String nextCursor) {}
