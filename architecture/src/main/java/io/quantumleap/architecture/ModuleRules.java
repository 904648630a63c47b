package io.quantumleap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The four domain jars are modules of the Java platform too, so the compiler guards the same borders. */
final class ModuleRules {

    private static final String CORE = "io.quantumleap.core";

    /** What each domain module may require, by the folder of the module. */
    private static final Map<String, Set<String>> MAY_REQUIRE = Map.of(
            "core", Set.of("java.base", "org.jspecify"),
            "security", Set.of("java.base", "org.jspecify", CORE),
            "analytics", Set.of("java.base", "org.jspecify", CORE),
            "chat", Set.of("java.base", "org.jspecify", CORE));

    private ModuleRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "domain jars are Java modules",
                        "Each domain jar has a module-info that requires java.base and, but for core itself, core.",
                        house -> judge(house, ModuleRules::strangers)),
                new HouseRule(
                        "domain jars export their public rooms",
                        "Every feature package and its ports are exported; only deeper packages may be hidden.",
                        house -> judge(house, ModuleRules::hiddenRooms)));
    }

    private static Verdict judge(House house, Check check) {
        List<String> modules = house.classFolders().keySet().stream()
                .filter(MAY_REQUIRE::containsKey)
                .sorted()
                .toList();
        List<String> violations = modules.stream()
                .flatMap(module -> descriptor(house, module)
                        .map(descriptor -> check.violations(house, module, descriptor))
                        .orElseGet(() -> Stream.of(module + " has no module-info")))
                .toList();
        return new Verdict(modules.size(), violations);
    }

    private static Stream<String> strangers(House house, String module, ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(required -> !MAY_REQUIRE.getOrDefault(module, Set.of()).contains(required))
                .map(required -> descriptor.name() + " requires " + required);
    }

    private static Stream<String> hiddenRooms(House house, String module, ModuleDescriptor descriptor) {
        List<String> exported = descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toList();
        return house.classes().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getPackageName)
                .filter(room -> isFeatureOrPort(descriptor.name(), room))
                .distinct()
                .sorted()
                .filter(room -> !exported.contains(room))
                .map(room -> descriptor.name() + " does not export " + room);
    }

    private static boolean isFeatureOrPort(String module, String room) {
        return room.matches(Pattern.quote(module) + "\\.\\w+(\\.port)?");
    }

    private static Optional<ModuleDescriptor> descriptor(House house, String module) {
        Path file = Optional.ofNullable(house.classFolders().get(module))
                .orElseThrow()
                .resolve("module-info.class");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return Optional.of(ModuleDescriptor.read(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds what is wrong with one module. */
    @FunctionalInterface
    private interface Check {
        Stream<String> violations(House house, String module, ModuleDescriptor descriptor);
    }
}
