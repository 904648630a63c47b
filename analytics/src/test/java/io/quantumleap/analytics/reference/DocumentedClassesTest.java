package io.quantumleap.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that name formula, convention, source and class of every measure are held to the code. */
class DocumentedClassesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Path SOURCES = Path.of("src/main/java/io/quantumleap/analytics");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z.]+\\.)?([A-Z][A-Za-z]+)(?:\\.([A-Za-z]+))?");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("public (?:final |sealed |abstract )*(?:class|record|enum|interface) (\\w+)");

    private static String pages() throws IOException {
        return Files.readString(DOCS.resolve("analytics.md")) + Files.readString(DOCS.resolve("analytics-models.md"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The quoted names in the last cell of every row of a table. */
    private static List<MatchResult> namedInTables() throws IOException {
        return pages().lines()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(cell -> QUOTED.matcher(cell).results())
                .map(quoted -> CLASS_NAME.matcher(quoted.group(1)))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.toMatchResult())
                .toList();
    }

    @Test
    void everyClassAndMemberThatATableNamesExists() throws IOException {
        List<Path> sources = sources();
        assertThat(namedInTables()).hasSizeGreaterThan(80).allSatisfy(name -> {
            Path source = sources.stream()
                    .filter(file -> file.endsWith(name.group(1) + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no class " + name.group(1) + "."));
            if (name.group(2) != null) {
                assertThat(Files.readString(source)).contains(" " + name.group(2) + "(");
            }
        });
    }

    @Test
    void everyPublicTypeOfTheKernelIsOnAPage() throws IOException {
        Set<String> named =
                WORD.matcher(pages()).results().map(MatchResult::group).collect(Collectors.toSet());
        for (Path source : sources()) {
            String type = source.getFileName().toString().replace(".java", "");
            boolean open = PUBLIC_TYPE
                    .matcher(Files.readString(source))
                    .results()
                    .anyMatch(found -> found.group(1).equals(type));
            // The use cases have pages of their own, and the solver is internal.
            boolean kernel = !source.toString().contains("performance")
                    && !source.toString().contains("quadratic");
            if (open && kernel) {
                assertThat(named).as("the pages name every public type").contains(type);
            }
        }
    }
}
