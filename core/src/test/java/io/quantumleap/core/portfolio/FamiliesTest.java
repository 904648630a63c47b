package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.valuation.Office;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final int LONG = 20_000;

    private final Families families = new Families();

    private static Symbol symbol(int number) {
        return new Symbol("S" + number);
    }

    private static Step step(String row, int line) {
        EntryReader reader = new EntryReader(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30));
        return new Step(((EntryReader.Reading.Entered) reader.read(Office.fields(row))).entry(), line);
    }

    @Test
    void keepsTheLastStepsOfAllWhoJoined() {
        families.remember(symbol(1), step("2026-01-02 buy S1 5 10", 2));
        families.remember(symbol(2), step("2026-01-03 sell S2 1 10", 3));
        families.remember(symbol(1), step("2026-01-04 buy S1 5 10", 4));

        assertThat(families.lastNew(symbol(1)).map(Step::line)).contains(4);
        families.join(symbol(1), symbol(2));

        assertThat(families.lastNew(symbol(1)).map(Step::line)).contains(3);
        assertThat(families.lastNew(symbol(2)).map(Step::line)).contains(3);
        assertThat(families.lastNew(symbol(3))).isEqualTo(Optional.empty());
    }

    @Test
    void breaksUpWhoeverJoins() {
        families.breakUp(symbol(2));
        families.join(symbol(1), symbol(2));
        families.join(symbol(3), symbol(1));

        assertThat(families.isBroken(symbol(3))).isTrue();
        assertThat(families.isBroken(symbol(4))).isFalse();
    }

    @Test
    void knowsTheEndsOfALongChain() {
        for (int i = 1; i < LONG; i++) {
            families.join(symbol(i), symbol(i - 1));
        }
        families.breakUp(symbol(0));

        for (int i = 0; i < LONG; i++) {
            assertThat(families.isBroken(symbol(i))).isTrue();
        }
    }
}
