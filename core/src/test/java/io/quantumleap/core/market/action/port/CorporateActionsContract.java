package io.quantumleap.core.market.action.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.CorporateAction;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CorporateActions} keeps. */
public abstract class CorporateActionsContract {

    /** An instrument that exists. */
    protected static final Symbol ACME = new Symbol("ACME");

    private static final LocalDate DAY = LocalDate.of(2024, 6, 10);

    private CorporateActions actions;
    private UnitOfWork work;

    /** The adapter under test, without an action. */
    protected abstract CorporateActions actions();

    /** The unit of work that the adapter stands on. */
    protected abstract UnitOfWork work();

    @BeforeEach
    void setUp() {
        actions = actions();
        work = work();
    }

    private static Split split(String newShares, String oldShares) {
        return new Split(ACME, DAY, new BigDecimal(newShares), new BigDecimal(oldShares));
    }

    private static CashDividend dividend(LocalDate day, String amount, boolean special) {
        return new CashDividend(ACME, day, Money.of(amount, "USD"), special);
    }

    private CorporateActions.Counts save(CorporateAction... all) {
        return work.run(() -> actions.save(List.of(all)));
    }

    @Test
    void givesBackEachByItsDay() {
        assertThat(save(split("3", "2"), dividend(DAY.minusDays(9), "0.25", false), dividend(DAY, "1", true)))
                .isEqualTo(new CorporateActions.Counts(3, 0));

        assertThat(actions.of(ACME))
                .extracting(CorporateAction::type)
                .containsExactly(ActionType.DIVIDEND, ActionType.SPECIAL_DIVIDEND, ActionType.SPLIT);
        Split found = (Split) actions.of(ACME).get(2);
        assertThat(found.newShares()).isEqualByComparingTo("3");
        assertThat(found.oldShares()).isEqualByComparingTo("2");
        CashDividend paid = (CashDividend) actions.of(ACME).get(0);
        assertThat(paid.exDate()).isEqualTo(DAY.minusDays(9));
        assertThat(paid.amount()).isEqualByComparingTo(Money.of("0.25", "USD"));
        assertThat(actions.of(new Symbol("NONE"))).isEmpty();
    }

    @Test
    void correctsWhatIsThereAndRecognisesWhatIsTheSame() {
        save(split("2", "1"), dividend(DAY, "1", false));

        assertThat(save(split("2.0", "1"), dividend(DAY, "1.10", false))).isEqualTo(new CorporateActions.Counts(0, 1));
        assertThat(actions.of(ACME)).hasSize(2);
    }

    @Test
    void takesOneAway() {
        save(split("2", "1"), dividend(DAY, "1", false));

        assertThat(work.run(() -> actions.remove(ACME, DAY, ActionType.SPLIT))).isTrue();
        assertThat(work.run(() -> actions.remove(ACME, DAY, ActionType.SPLIT))).isFalse();
        assertThat(actions.of(ACME)).extracting(CorporateAction::type).containsExactly(ActionType.DIVIDEND);
    }
}
