package io.quantumleap.adapters.rest.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of users. */
public record UsersJson(List<UserJson> items, @Nullable String nextCursor) {}
