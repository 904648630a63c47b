package io.quantumleap.security.secondfactor.port;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.SecondFactor;
import java.util.Optional;

/** The second factors of all users. Secrets lie there encrypted. */
public interface SecondFactors {

    /** The second factor of a user, locked until the unit of work ends, so that no code is good twice. */
    Optional<SecondFactor> lock(UserId user);

    /** Keeps a second factor in place of any other of the same user. */
    void put(SecondFactor factor);

    /** Deletes the second factor of a user. Does nothing when there is none. */
    void remove(UserId user);
}
