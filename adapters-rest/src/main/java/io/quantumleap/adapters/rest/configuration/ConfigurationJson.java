package io.quantumleap.adapters.rest.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every setting with its value and where it is from. */
public record ConfigurationJson(List<Row> items) {

    /** One setting. */
    public record Row(String name, @Nullable String value, String source, boolean secret) {}

    static ConfigurationJson of(ShownConfiguration shown) {
        return new ConfigurationJson(shown.settings().stream()
                .map(setting -> new Row(setting.name(), setting.value(), setting.source(), setting.secret()))
                .toList());
    }
}
