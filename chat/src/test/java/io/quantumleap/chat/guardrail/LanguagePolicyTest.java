package io.quantumleap.chat.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagePolicyTest {

    private static final LanguagePolicy TWO = new LanguagePolicy(List.of(Language.ENGLISH, Language.GERMAN));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is my biggest holding and how risky is it? | ENGLISH",
                "Wie hoch ist mein größter Verlust im März? | GERMAN",
                "Was war die Rendite von ACME? | GERMAN",
                "Quelle est la valeur de mon portefeuille ? | FRENCH",
                "¿Cuál es el valor de mi cartera? | SPANISH",
                "Qual è il valore del mio portafoglio? | ITALIAN",
                "Qual é o valor da minha carteira? | PORTUGUESE",
                "Wat is de waarde van mijn portefeuille? | DUTCH",
            })
    void tellsLanguagesApartByTheirFunctionWords(String question, Language language) {
        assertThat(Language.of(question)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "DAX?", "12.5 %", "", "ok"})
    void doesNotGuessFromNothing(String text) {
        assertThat(Language.of(text)).isEmpty();
    }

    @Test
    void refusesALanguageThatIsNotAllowedAndSaysWhichAre() {
        assertThat(TWO.refusal("Quelle est la valeur de mon portefeuille ?"))
                .contains("That looks like French. Questions are answered here in English and German only.");
        assertThat(TWO.refusal("Wie hoch ist mein Verlust?")).isEmpty();
        assertThat(TWO.refusal("ACME")).isEmpty();
        assertThat(LanguagePolicy.ANY.refusal("Quelle est la valeur de mon portefeuille ?"))
                .isEmpty();
    }

    @Test
    void tellsAModelWhichLanguagesItMayAnswerIn() {
        assertThat(TWO.instruction())
                .isEqualTo("Answer in the user's language if it is English or German, else in English.");
        assertThat(LanguagePolicy.ANY.instruction()).isEqualTo("Answer in the user's language.");
    }
}
