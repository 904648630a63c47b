package io.quantumleap.analytics.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignedValuesTest {

    private static LocalDate[] days(int... ofMonth) {
        return IntStream.of(ofMonth).mapToObj(day -> LocalDate.of(2024, 1, day)).toArray(LocalDate[]::new);
    }

    @Test
    void keepsTheDaysThatBothHave() {
        AlignedValues aligned = AlignedValues.of(
                days(1, 2, 4, 5, 8), new double[] {100, 101, 103, 104, 107}, days(2, 3, 4, 8), new double[] {
                    50, 51, 52, 56
                });
        assertThat(aligned.count()).isEqualTo(3);
        assertThat(aligned.dates()).containsExactly(days(2, 4, 8));
        assertThat(aligned.first()).containsExactly(101, 103, 107);
        assertThat(aligned.second()).containsExactly(50, 52, 56);
    }

    @Test
    void aValueThatIsNotThereIsAGap() {
        AlignedValues aligned =
                AlignedValues.of(days(1, 2, 3), new double[] {1, Double.NaN, 3}, days(1, 2, 3), new double[] {4, 5, 6});
        assertThat(aligned.dates()).containsExactly(days(1, 3));
        assertThat(aligned.second()).containsExactly(4, 6);
    }

    @Test
    void seriesWithoutACommonDayHaveNone() {
        assertThat(AlignedValues.of(days(1), new double[1], days(2), new double[1])
                        .count())
                .isZero();
        assertThat(AlignedValues.of(days(), new double[0], days(2), new double[1])
                        .count())
                .isZero();
    }

    @Test
    void refusesDatesThatDoNotAscend() {
        assertThatThrownBy(() -> AlignedValues.of(days(2, 2), new double[2], days(1), new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dates must ascend, but 2024-01-02 does not come after 2024-01-02.");
        assertThatThrownBy(() -> AlignedValues.of(days(1), new double[1], days(1, 2), new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
