package io.quantumleap.app.start;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
            throw new StartRefusal("The data folder " + home + " cannot be written (" + reason(failure)
                    + "): make it writable for this user, or choose another with QUANTUMLEAP_HOME.");
        }
    }

    /** What the operating system says, in words. */
    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
    }
}
