package io.quantumleap.security.token.port;

import io.quantumleap.security.token.SigningKey;
import java.util.List;

/** The key pairs of this installation. Private keys stay on the machine that holds them. */
public interface SigningKeys {

    /** The key that new tokens are signed with. */
    SigningKey active();

    /** Every key whose signatures are accepted, the active one included; their public halves are published. */
    List<SigningKey> accepted();
}
