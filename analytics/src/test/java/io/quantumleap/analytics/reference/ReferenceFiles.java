package io.quantumleap.analytics.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the reference values of independent tools, which are not part of this repository: in the folder that the system
 * property {@code quantumleap.shared.dir} names, or beside the checkout. Tests that want them are skipped without them.
 */
final class ReferenceFiles {

    private ReferenceFiles() {}

    static boolean exists(String name) {
        return search(name).isPresent();
    }

    static Path find(String name) {
        Optional<Path> found = search(name);
        assumeTrue(found.isPresent(), "skipped: there is no reference file " + name);
        return found.orElseThrow();
    }

    private static Optional<Path> search(String name) {
        return Stream.of(System.getProperty("quantumleap.shared.dir"), "../shared", "../../shared", "../../../shared")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder, "reference", name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Map<String, Object> json(String name) throws IOException {
        return object(Json.parse(Files.readString(find(name))));
    }

    @SuppressWarnings("unchecked") // an object of JSON is a map from strings
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** A column of a CSV with a header. */
    static double[] column(String file, String column) throws IOException {
        List<String> lines = Files.readAllLines(find(file));
        int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
                .toArray();
    }

    static LocalDate[] dates(String file) throws IOException {
        return Files.readAllLines(find(file)).stream()
                .skip(1)
                .map(line -> LocalDate.parse(line.split(",", -1)[0]))
                .toArray(LocalDate[]::new);
    }
}
