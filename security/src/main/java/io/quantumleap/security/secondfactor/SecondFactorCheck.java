package io.quantumleap.security.secondfactor;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.time.Instant;
import java.util.Optional;

/** Asks for the second factor of those who have one. Call it inside a unit of work. */
public final class SecondFactorCheck {

    private final SecondFactors factors;

    /** Wires the check. */
    public SecondFactorCheck(SecondFactors factors) {
        this.factors = factors;
    }

    /** What came of it. */
    public enum Verdict {
        /** The user has no second factor, or the code is right; it cannot be used again. */
        PASSED,
        /** The user has one, and no code was given. */
        NEEDED,
        /** The code is wrong, or was used before. */
        WRONG
    }

    /**
     * Checks a code.
     *
     * @param typed what the person typed; empty for nothing
     */
    public Verdict check(UserId user, String typed, Instant now) {
        Optional<SecondFactor> factor = factors.lock(user).filter(SecondFactor::confirmed);
        if (factor.isEmpty()) {
            return Verdict.PASSED;
        }
        if (typed.isBlank()) {
            return Verdict.NEEDED;
        }
        Optional<SecondFactor> used = factor.get().using(typed, now);
        used.ifPresent(factors::put);
        return used.isPresent() ? Verdict.PASSED : Verdict.WRONG;
    }
}
