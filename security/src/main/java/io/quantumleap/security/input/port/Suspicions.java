package io.quantumleap.security.input.port;

import io.quantumleap.security.input.InputShape;

/** Counts and remembers input that has the shape of an attack. */
@FunctionalInterface
public interface Suspicions {

    /**
     * Takes note. The input itself is not handed over, since it may hold personal data.
     *
     * @param where the declared route of the request
     * @param address where the request came from
     */
    void noticed(InputShape shape, String where, String address);
}
