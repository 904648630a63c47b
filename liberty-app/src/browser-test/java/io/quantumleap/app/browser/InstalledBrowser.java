package io.quantumleap.app.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine: the one that the environment variable {@code CHROMIUM} names, or one in a usual place. */
final class InstalledBrowser {

    private static final String VARIABLE = "CHROMIUM";

    private InstalledBrowser() {}

    static Optional<Path> find() {
        return Stream.of(
                        System.getenv(VARIABLE),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String absence() {
        return "Skipped: no Chromium is installed; install one or name it in the environment variable " + VARIABLE;
    }
}
