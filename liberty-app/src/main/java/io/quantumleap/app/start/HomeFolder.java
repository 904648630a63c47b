package io.quantumleap.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder for everything that this installation must keep; for its owner's eyes only. */
public final class HomeFolder {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private HomeFolder() {}

    /**
     * Makes the folder if it is not there, and tries that a file can be written in it.
     *
     * @throws StartRefusal if it cannot be used
     */
    public static void prepare(Path home) {
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home, OWNER_ONLY);
            }
            Files.delete(Files.createTempFile(home, "writable", null));
        } catch (IOException failure) {
            throw new StartRefusal("The data folder " + home + " cannot be written (" + failure
                    + "): make it writable for this user, or choose another with QUANTUMLEAP_HOME.");
        }
    }
}
