package io.quantumleap.security.flag.port;

import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.flag.FlagState;
import java.util.Map;

/** The positions of the switches. Safe for use by many threads and instances. */
public interface FlagStore {

    /** Every flag that was ever switched. */
    Map<Flag, FlagState> all();

    /** Keeps a position. */
    void put(Flag flag, FlagState state);
}
