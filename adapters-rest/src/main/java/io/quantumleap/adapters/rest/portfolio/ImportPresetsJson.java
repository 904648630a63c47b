package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset;
import java.util.Collection;
import java.util.List;

/** The presets for brokers' files. */
public record ImportPresetsJson(List<ImportPresetJson> items) {

    /** One of them; the columns are those that are looked at, in lower case. */
    public record ImportPresetJson(String name, String title, List<String> columns) {}

    static ImportPresetsJson of(Collection<BrokerPreset> presets) {
        return new ImportPresetsJson(presets.stream()
                .map(preset -> new ImportPresetJson(preset.name(), preset.title(), List.copyOf(preset.columns())))
                .toList());
    }
}
