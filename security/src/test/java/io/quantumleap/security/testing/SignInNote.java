package io.quantumleap.security.testing;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.FirstSignIn;
import java.util.Optional;

/** The note with the first sign-in, held in memory. */
public final class SignInNote implements FirstSignIn {

    private Optional<Username> username = Optional.empty();
    private Optional<Password> password = Optional.empty();

    @Override
    public void announce(Username name, Password secret) {
        username = Optional.of(name);
        password = Optional.of(secret);
    }

    @Override
    public void forget(Username name) {
        if (username.filter(name::equals).isPresent()) {
            username = Optional.empty();
            password = Optional.empty();
        }
    }

    /** What is on the note. */
    public Optional<Password> password() {
        return password;
    }
}
