package io.quantumleap.security.secondfactor;

import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The second factor of one user.
 *
 * @param confirmed whether the user has shown a code; before, it is not asked for
 * @param lastStep the step of the last code that was used
 * @param recoveryDigests what is kept of the recovery codes that are left
 */
public record SecondFactor(
        UserId user, TotpSecret secret, boolean confirmed, long lastStep, Set<String> recoveryDigests) {

    /** Refuses missing parts and copies the digests. */
    public SecondFactor {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(secret, "secret");
        recoveryDigests = Set.copyOf(recoveryDigests);
    }

    /** The same factor after this code was used; empty if the code is wrong or was used before. */
    Optional<SecondFactor> using(String typed, Instant now) {
        String code = typed.strip();
        OptionalLong step = Totp.matchingStep(secret, code.replace(" ", ""), now, lastStep);
        if (step.isPresent()) {
            return Optional.of(new SecondFactor(user, secret, confirmed, step.getAsLong(), recoveryDigests));
        }
        Set<String> left = new HashSet<>(recoveryDigests);
        return left.remove(RecoveryCodes.digest(code))
                ? Optional.of(new SecondFactor(user, secret, confirmed, lastStep, left))
                : Optional.empty();
    }

    SecondFactor confirmedWith(Set<String> digests) {
        return new SecondFactor(user, secret, true, lastStep, digests);
    }
}
