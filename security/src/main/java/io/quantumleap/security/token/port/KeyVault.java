package io.quantumleap.security.token.port;

import io.quantumleap.security.token.RingKey;
import java.util.List;

/** Where signing keys are kept, for all instances of an installation. Private halves lie there encrypted. */
public interface KeyVault {

    /** Holds off everyone else who would change the keys, until the unit of work ends. */
    void lock();

    /** Every key that is kept, in no particular order. */
    List<RingKey> all();

    /** Keeps a new key. */
    void add(RingKey key);

    /** Deletes the key with this id. Does nothing when there is none. */
    void remove(String id);
}
