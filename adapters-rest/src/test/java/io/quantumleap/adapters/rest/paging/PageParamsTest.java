package io.quantumleap.adapters.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.rest.problem.ProblemException;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageParamsTest {

    @Test
    void hasADefaultLimitAndNoCursor() {
        PageParams params = new PageParams(null, null);

        assertThat(params.limit()).isEqualTo(50);
        assertThat(params.cursor()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "", "1.0", "99999999999", "٣"})
    void refusesALimitOutsideOneToTwoHundred(String limit) {
        assertThatThrownBy(() -> new PageParams(limit, null).limit()).isInstanceOf(ProblemException.class);
    }

    @Property
    void givesADomainCursorBack(@ForAll @StringLength(min = 1, max = 60) String cursor) {
        Assume.that(cursor.indexOf('\0') < 0
                && cursor.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        String onTheWire = PageParams.opaque(Optional.of(cursor));

        assertThat(new PageParams(null, onTheWire).cursor()).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "????", "AA==", "gICA", "AAAA", "YQ\n"})
    void refusesACursorThatIsNotOurs(String cursor) {
        assertThatThrownBy(() -> new PageParams(null, cursor).cursor()).isInstanceOf(ProblemException.class);
    }

    @Test
    void writesNoCursorOnTheLastPage() {
        assertThat(PageParams.opaque(Optional.empty())).isNull();
    }
}
