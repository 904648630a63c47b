package io.quantumleap.core.shared;

import java.util.UUID;

/** Hands out identifiers, so that tests can choose them. Safe for use by many threads. */
@FunctionalInterface
public interface IdGenerator {

    /** Returns an identifier that was never handed out before. */
    UUID next();
}
