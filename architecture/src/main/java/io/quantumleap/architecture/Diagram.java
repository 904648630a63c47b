package io.quantumleap.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The components and arrows of the architecture diagram, as far as the house's own checks need them; ArchUnit reads the same
 * file by itself.
 *
 * @param components the package pattern of each component, by its name
 * @param arrows who may know whom
 */
record Diagram(Map<String, String> components, Set<Arrow> arrows) {

    private static final Pattern COMPONENT = Pattern.compile("\\[([^]]+)] <<([^>]+)>>");
    private static final Pattern ARROW = Pattern.compile("\\[([^]]+)] --> \\[([^]]+)]");

    /** The component {@code from} may know the component {@code to}. */
    record Arrow(String from, String to) {}

    static Diagram read(Path file) {
        Map<String, String> components = new LinkedHashMap<>();
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (String line : lines(file)) {
            Matcher component = COMPONENT.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (component.matches()) {
                components.put(component.group(1), component.group(2));
            } else if (arrow.matches()) {
                arrows.add(new Arrow(arrow.group(1), arrow.group(2)));
            }
        }
        return new Diagram(components, arrows);
    }

    String[] packages() {
        return components.values().toArray(String[]::new);
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
