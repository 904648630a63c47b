package io.quantumleap.adapters.rest.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A setting as it may be shown.
 *
 * @param name the property
 * @param value its value, masked if it is a secret; null if it has none
 * @param source where the value is from
 * @param secret whether the value is masked
 */
public record ShownSetting(String name, @Nullable String value, String source, boolean secret) {}
