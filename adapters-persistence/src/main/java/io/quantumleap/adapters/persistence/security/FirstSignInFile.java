package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.FirstSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** The first sign-in in a file that only the owner can read, with the lines {@code username=} and {@code password=}. */
public final class FirstSignInFile implements FirstSignIn {

    private static final String USERNAME = "username=";

    private final Path file;
    private final BiConsumer<Username, Password> console;

    /**
     * Keeps the sign-in in a file.
     *
     * @param console shows it, once, to whoever started the server
     */
    public FirstSignInFile(Path file, BiConsumer<Username, Password> console) {
        this.file = file;
        this.console = console;
    }

    @Override
    public void announce(Username username, Password password) {
        try {
            PrivateFiles.write(file, USERNAME + username + "\npassword=" + password.secret() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("The first sign-in cannot be written to " + file + ".", failure);
        }
        console.accept(username, password);
    }

    @Override
    public void forget(Username username) {
        try {
            if (Files.exists(file) && names(username)) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The first sign-in in " + file + " cannot be deleted.", failure);
        }
    }

    private boolean names(Username username) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.contains(USERNAME + username);
    }
}
