package io.quantumleap.adapters.rest.portfolio.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The presets that the server knows, by name. Safe for use by many threads. */
public final class BrokerPresets {

    private static final List<String> BUILT_IN =
            List.of("fidelity", "interactive-brokers", "interactive-brokers-cash", "schwab", "trading-212");
    private static final String ENDING = ".json";
    private static final int MOST_FILES = 200;

    private final Map<String, BrokerPreset> byName = new TreeMap<>();

    private BrokerPresets() {}

    /**
     * The built-in presets and those of a folder, one JSON file each; a name that is built in may be given anew.
     *
     * @throws InvalidPresetException if a file of the folder is not a preset, or the folder cannot be read
     */
    public static BrokerPresets with(@Nullable Path folder) {
        BrokerPresets presets = new BrokerPresets();
        BUILT_IN.forEach(presets::addBuiltIn);
        if (folder != null) {
            files(folder).forEach(presets::add);
        }
        return presets;
    }

    private void addBuiltIn(String name) {
        String file = name + ENDING;
        try (InputStream bytes = Objects.requireNonNull(BrokerPresets.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            put(PresetFile.read(file, text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new InvalidPresetException(
                        "The folder of import presets has more than " + MOST_FILES + " files.");
            }
            return files;
        } catch (IOException unreadable) {
            throw new InvalidPresetException("The folder of import presets, " + folder + ", cannot be read.");
        }
    }

    private void add(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            put(PresetFile.read(String.valueOf(file.getFileName()), text));
        } catch (IOException unreadable) {
            throw new InvalidPresetException("The import preset " + file.getFileName() + " cannot be read.");
        }
    }

    private void put(BrokerPreset preset) {
        byName.put(preset.name(), preset);
    }

    /** All of them, by name. */
    public Collection<BrokerPreset> all() {
        return new ArrayList<>(byName.values());
    }

    /** The one of a name. */
    public Optional<BrokerPreset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
