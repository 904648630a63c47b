package io.quantumleap.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds what is wrong with the places that settings come from: names that mean nothing, files that are not safe. */
final class SurroundingsCheck {

    private static final String PROPERTY = "quantumleap.";
    private static final String VARIABLE = "QUANTUMLEAP_";

    /** Used by tests and benchmarks of this project, which start the server or run beside it. */
    private static final Set<String> NOT_OURS =
            Set.of("quantumleap.shared.dir", "quantumleap.it.directory", "quantumleap.docs.write");

    private final Surroundings surroundings;
    private final List<Fault> faults = new ArrayList<>();

    private SurroundingsCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One fault for each thing that is wrong. */
    static List<Fault> faultsOf(Surroundings surroundings) {
        SurroundingsCheck check = new SurroundingsCheck(surroundings);
        check.names("system property", surroundings.properties(), SurroundingsCheck::isUnknownProperty);
        check.names("environment variable", surroundings.environment(), SurroundingsCheck::isUnknownVariable);
        check.configurationFile();
        check.secretFiles();
        check.debugger();
        return List.copyOf(check.faults);
    }

    private void names(String what, Map<String, String> given, Predicate<String> unknown) {
        new TreeMap<>(given)
                .keySet().stream()
                        .filter(unknown)
                        .forEach(name -> faults.add(Fault.unsafe(
                                FaultClass.UNKNOWN_OR_MALFORMED,
                                "The " + what + " " + printable(name)
                                        + " is no setting of this server: docs/configuration.md lists them all.")));
    }

    private static boolean isUnknownProperty(String name) {
        return name.startsWith(PROPERTY)
                && !NOT_OURS.contains(name)
                && ServerSchema.all().stream()
                        .noneMatch(setting -> setting.name().equals(name));
    }

    private static boolean isUnknownVariable(String name) {
        Set<String> known = new HashSet<>();
        ServerSchema.all().forEach(setting -> known.add(setting.variable()));
        ServerSchema.secrets().forEach(setting -> known.add(setting.fileVariable()));
        NOT_OURS.forEach(property -> known.add(Setting.variable(property)));
        return name.startsWith(VARIABLE) ? !known.contains(name) : isUnknownProperty(name);
    }

    private void configurationFile() {
        if (surroundings.configurationFile().isEmpty()) {
            return;
        }
        String variable = ServerSchema.CONFIG_FILE.variable();
        try {
            Map<String, String> lines = surroundings.configuredByFile();
            names("property in the file that " + variable + " names,", lines, name -> !isSetting(name));
            if (ServerSchema.secrets().stream().anyMatch(secret -> lines.containsKey(secret.name()))) {
                permissions(surroundings.configurationFile().orElse(""), variable);
            }
        } catch (IOException unreadable) {
            faults.add(
                    Fault.of(FaultClass.UNKNOWN_OR_MALFORMED, "The file that " + variable + " names cannot be read."));
        }
    }

    private static boolean isSetting(String name) {
        return name.startsWith(PROPERTY) && !isUnknownProperty(name);
    }

    private void secretFiles() {
        for (Setting<?> secret : ServerSchema.secrets()) {
            String file = surroundings.environment().get(secret.fileVariable());
            if (file != null) {
                secretFile(file, secret.fileVariable());
            }
        }
    }

    private void secretFile(String file, String variable) {
        try {
            if (Files.readString(Path.of(file)).isBlank()) {
                faults.add(new Fault(
                        FaultClass.UNSAFE_SECRET_FILE, "The file that " + variable + " names is empty.", true));
            }
            permissions(file, variable);
        } catch (IOException | InvalidPathException unreadable) {
            faults.add(new Fault(
                    FaultClass.UNSAFE_SECRET_FILE,
                    "The file " + printable(file) + ", named by " + variable + ", cannot be read: "
                            + unreadable.getClass().getSimpleName() + ".",
                    true));
        }
    }

    /** A file system without permissions has no world to hide from. */
    private void permissions(String file, String variable) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(Path.of(file), PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            faults.add(Fault.of(
                    FaultClass.UNSAFE_SECRET_FILE,
                    "Everybody on this machine can read the file that " + variable + " names: take that away with chmod"
                            + " o-r."));
        }
    }

    private void debugger() {
        boolean open = surroundings.virtualMachine().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
        if (open) {
            faults.add(Fault.of(
                    FaultClass.DEVELOPMENT_ONLY,
                    "The Java virtual machine waits for a debugger (-agentlib:jdwp), who could do anything: start it"
                            + " without."));
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
