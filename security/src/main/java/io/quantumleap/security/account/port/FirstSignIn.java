package io.quantumleap.security.account.port;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;

/** How the person who installed the server learns the first sign-in. */
public interface FirstSignIn {

    /** Shows the sign-in to whoever started the server and keeps it where only they can read it. */
    void announce(Username username, Password password);

    /** Deletes what was kept, because the password is another now. Does nothing when nothing is there. */
    void forget(Username username);
}
