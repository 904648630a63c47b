package io.quantumleap.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the checkout that a test runs in. */
final class Checkout {

    private Checkout() {}

    /** The folder with the parent POM and the documentation. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/architecture.puml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
