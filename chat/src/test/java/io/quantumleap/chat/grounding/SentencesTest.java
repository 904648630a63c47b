package io.quantumleap.chat.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void cutsAfterSentencesAndLines() {
        assertThat(Sentences.of("It is 12.5 %. It fell! Did it?\n1. ACME\n2. DAX"))
                .containsExactly("It is 12.5 %. ", "It fell! ", "Did it?\n", "1. ACME\n", "2. DAX");
    }

    @Test
    void doesNotCutAfterAbbreviations() {
        assertThat(Sentences.of("It is approx. 12 % vs. 13 %. Yes.")).hasSize(2);
    }

    @Test
    void waitsForTheTextToGrowBehindABoundary() {
        assertThat(Sentences.endOfFirst("It is 12.", 0)).isEqualTo(-1);
        assertThat(Sentences.endOfFirst("It is 12. ", 0)).isEqualTo(-1);
        assertThat(Sentences.endOfFirst("It is 12. N", 0)).isEqualTo(10);
    }

    @Property(tries = 200)
    void losesNothing(@ForAll @Chars({'.', ' ', '\n', '!', '1', ')'}) @CharRange(from = 'a', to = 'c') String text) {
        List<String> pieces = Sentences.of(text);
        assertThat(String.join("", pieces)).isEqualTo(text);
    }
}
