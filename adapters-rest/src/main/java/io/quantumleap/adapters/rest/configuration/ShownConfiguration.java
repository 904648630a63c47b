package io.quantumleap.adapters.rest.configuration;

import java.util.List;

/** All settings as they may be shown; whoever makes this has masked the secrets. */
public record ShownConfiguration(List<ShownSetting> settings) {

    /** Copies the list. */
    public ShownConfiguration {
        settings = List.copyOf(settings);
    }
}
