package io.quantumleap.adapters.rest.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All places where the caller is signed in; they are few, so there is one page. */
public record SessionsJson(
        List<SessionJson> items, @Nullable String nextCursor) {}
