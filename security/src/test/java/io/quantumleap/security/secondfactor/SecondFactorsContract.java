package io.quantumleap.security.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of second factors promises. */
public abstract class SecondFactorsContract {

    private static final TotpSecret SECRET = new TotpSecret(new byte[20]);

    /** A store. */
    protected abstract SecondFactors factors();

    /** Someone who has no second factor yet. */
    protected abstract UserId user();

    @Test
    void givesBackWhatItKeepsAndReplacesIt() {
        SecondFactors factors = factors();
        UserId anna = user();
        SecondFactor first = new SecondFactor(anna, SECRET, false, 0, Set.of());
        SecondFactor second = new SecondFactor(anna, SECRET, true, 7, Set.of("a".repeat(64), "b".repeat(64)));

        assertThat(factors.lock(anna)).isEmpty();
        factors.put(first);
        assertThat(factors.lock(anna)).contains(first);
        factors.put(second);
        assertThat(factors.lock(anna)).contains(second);
    }

    @Test
    void forgetsWhatIsRemovedAndNothingElse() {
        SecondFactors factors = factors();
        SecondFactor annas = new SecondFactor(user(), SECRET, true, 7, Set.of("a".repeat(64)));
        SecondFactor bens = new SecondFactor(user(), SECRET, true, 8, Set.of("a".repeat(64)));
        factors.put(annas);
        factors.put(bens);

        factors.remove(annas.user());
        factors.remove(annas.user());

        assertThat(factors.lock(annas.user())).isEmpty();
        assertThat(factors.lock(bens.user())).contains(bens);
    }
}
