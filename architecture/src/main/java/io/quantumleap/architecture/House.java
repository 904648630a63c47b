package io.quantumleap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the rules look at: the diagram, and the compiled classes of every module.
 *
 * @param diagram the PlantUML file that is the rule
 * @param classFolders the folder of compiled classes of each module, by module name
 * @param classes all of them, read
 */
public record House(Path diagram, Map<String, Path> classFolders, JavaClasses classes) {

    /** The modules whose classes must follow the rules. */
    static final List<String> MODULES =
            List.of("core", "security", "analytics", "chat", "adapters-persistence", "adapters-rest", "liberty-app");

    /** Refuses missing parts. */
    public House {
        Objects.requireNonNull(diagram, "diagram");
        classFolders = Map.copyOf(classFolders);
        Objects.requireNonNull(classes, "classes");
    }

    /**
     * Reads the house from a checkout whose modules are compiled.
     *
     * @param root the folder with the parent POM
     * @throws IllegalStateException if a module is not compiled
     */
    public static House at(Path root) {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (String module : MODULES) {
            Path folder = root.resolve(module).resolve("target").resolve("classes");
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException("Module " + module + " is not compiled: there is no " + folder + ".");
            }
            folders.put(module, folder);
        }
        return of(root, folders);
    }

    /** The house made of these class folders, under the diagram of a checkout. */
    static House of(Path root, Map<String, Path> classFolders) {
        JavaClasses classes = new ClassFileImporter().importPaths(classFolders.values());
        return new House(root.resolve("docs").resolve("architecture.puml"), classFolders, classes);
    }
}
