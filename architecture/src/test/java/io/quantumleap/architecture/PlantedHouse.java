package io.quantumleap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles the source of a few classes into a house of its own, so that a rule can be shown what it must catch. */
final class PlantedHouse {

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private PlantedHouse() {}

    /**
     * A house of one module.
     *
     * @param module the folder name of the module, such as {@code core}
     * @param sources one compilation unit each, with at most one top-level type
     */
    static House of(Path folder, String module, List<String> sources) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (String source : sources) {
            arguments.add(write(folder.resolve("sources"), source).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new ByteArrayOutputStream();
        int result = compiler.run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return House.of(Checkout.root(), Map.of(module, classes));
    }

    private static Path write(Path folder, String source) throws IOException {
        Matcher inPackage = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        String name = type.find() ? type.group(1) : source.contains("module ") ? "module-info" : "package-info";
        Path file = (inPackage.find() ? folder.resolve(inPackage.group(1).replace('.', '/')) : folder)
                .resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }
}
